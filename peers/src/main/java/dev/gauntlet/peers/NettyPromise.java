package dev.gauntlet.peers;

import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import org.jspecify.annotations.Nullable;

/**
 * A promise of Netty's {@link ImmediateEventExecutor}: its listeners run on the thread that settles
 * it, as those of the other peers do.
 */
final class NettyPromise<V extends @Nullable Object> extends PeerPromise<V> {
  private final Promise<V> promise;

  NettyPromise() {
    this(ImmediateEventExecutor.INSTANCE.newPromise(), new Claim());
  }

  private NettyPromise(Promise<V> promise, Claim claim) {
    super(new NettyFuture<>(promise, claim), claim);
    this.promise = promise;
  }

  /** Netty marks the start of a task by making its promise uncancellable. */
  @Override
  public boolean start() {
    return super.start() && promise.setUncancellable();
  }

  @Override
  public boolean trySucceed(V value) {
    return promise.trySuccess(value);
  }

  @Override
  public boolean tryFail(Throwable failure) {
    return promise.tryFailure(failure);
  }
}
