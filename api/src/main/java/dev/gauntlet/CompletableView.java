package dev.gauntlet;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Carries the outcome of a done {@link TaskFuture} over to a {@link CompletableFuture}. */
final class CompletableView {

  private CompletableView() {}

  static <V extends @Nullable Object> void settle(
      CompletableFuture<V> view, TaskFuture<? extends V> done) {
    switch (done.taskState()) {
      case SUCCEEDED -> view.complete(done.resultNow());
      case FAILED -> view.completeExceptionally(done.exceptionNow());
      case CANCELLED -> view.completeExceptionally(new CancellationException());
      case PENDING, RUNNING -> throw new IllegalStateException("not done: " + done);
    }
  }
}
