package dev.gauntlet.peers;

import com.google.common.util.concurrent.SettableFuture;
import org.jspecify.annotations.Nullable;

/** A {@link SettableFuture}. */
final class GuavaPromise<V extends @Nullable Object> extends PeerPromise<V> {
  private final SettableFuture<V> settable;

  GuavaPromise() {
    this(SettableFuture.create(), new Claim());
  }

  private GuavaPromise(SettableFuture<V> settable, Claim claim) {
    super(new GuavaFuture<>(settable, claim), claim);
    this.settable = settable;
  }

  @Override
  public boolean trySucceed(V value) {
    return settable.set(value);
  }

  @Override
  public boolean tryFail(Throwable failure) {
    return settable.setException(failure);
  }
}
