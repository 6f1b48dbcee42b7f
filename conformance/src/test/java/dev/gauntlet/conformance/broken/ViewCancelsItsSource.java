package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Violates C22 only: cancelling what {@code toCompletableFuture} returned cancels the task. */
@Violates("C22")
final class ViewCancelsItsSource extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public CompletableFuture<V> toCompletableFuture() {
        CompletableFuture<V> view = super.toCompletableFuture();
        view.whenComplete((value, failure) -> {
          if (view.isCancelled()) {
            cancel(false);
          }
        });
        return view;
      }
    };
  }
}
