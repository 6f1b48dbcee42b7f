package dev.gauntlet.peers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A {@link CompletableFuture}; its hook is {@link CompletableFuture#whenComplete}. */
final class StageFuture<V extends @Nullable Object> extends WrappedFuture<V> {
  private final CompletableFuture<V> stage;

  StageFuture(Future<V> stage, Claim claim) {
    super(stage, claim);
    this.stage = (CompletableFuture<V>) stage;
  }

  @Override
  void whenDone(Runnable listener) {
    var unused = stage.whenComplete((value, failure) -> listener.run());
  }
}
