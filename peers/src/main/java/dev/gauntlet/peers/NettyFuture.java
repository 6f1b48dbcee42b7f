package dev.gauntlet.peers;

import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A future of Netty; its hook is {@link Future#addListener}. */
final class NettyFuture<V extends @Nullable Object> extends WrappedFuture<V> {
  private final Future<V> netty;

  NettyFuture(java.util.concurrent.Future<V> netty, Claim claim) {
    super(netty, claim);
    this.netty = (Future<V>) netty;
  }

  @Override
  void whenDone(Runnable listener) {
    netty.addListener(done -> listener.run());
  }

  /** Netty's own cancel never touches a running task, and then answers false. */
  @Override
  public boolean cancel() {
    return netty.cancel(/* mayInterruptIfRunning= */ false) || netty.isCancelled();
  }
}
