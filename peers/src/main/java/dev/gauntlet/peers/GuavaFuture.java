package dev.gauntlet.peers;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A {@link ListenableFuture}; its hook is {@link ListenableFuture#addListener}. */
final class GuavaFuture<V extends @Nullable Object> extends WrappedFuture<V> {
  private final ListenableFuture<V> listenable;

  GuavaFuture(Future<V> listenable, Claim claim) {
    super(listenable, claim);
    this.listenable = (ListenableFuture<V>) listenable;
  }

  @Override
  void whenDone(Runnable listener) {
    listenable.addListener(listener, MoreExecutors.directExecutor());
  }
}
