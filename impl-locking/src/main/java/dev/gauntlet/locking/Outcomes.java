package dev.gauntlet.locking;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * How a done future presents its outcome. Exceptions are new for each call (R1, C18), the Throwable
 * of the body is never touched: its methods may be hostile (R4).
 */
final class Outcomes {

  private Outcomes() {}

  /** As {@link java.util.concurrent.Future#get}: returns the value or throws. */
  static @Nullable Object get(int state, @Nullable Object outcome) throws ExecutionException {
    if (state == LockingFuture.FAILED) {
      Throwable failure = failure(outcome);
      // Without a message of its own the exception would ask the failure for its toString.
      throw new ExecutionException(failure.getClass().getName(), failure);
    }
    return valueOrCancelled(state, outcome);
  }

  /** As {@link dev.gauntlet.TaskFuture#result}: returns the value or throws (R3). */
  static @Nullable Object result(int state, @Nullable Object outcome) {
    if (state == LockingFuture.FAILED) {
      Throwable failure = failure(outcome);
      if (failure instanceof Error error) {
        throw error;
      }
      throw failure instanceof RuntimeException unchecked
          ? unchecked
          : new CompletionException(failure.getClass().getName(), failure);
    }
    return valueOrCancelled(state, outcome);
  }

  /** As {@link dev.gauntlet.TaskFuture#exception} (R2). */
  static @Nullable Throwable exception(int state, @Nullable Object outcome) {
    if (state == LockingFuture.FAILED) {
      return failure(outcome);
    }
    Object unused = valueOrCancelled(state, outcome);
    return null;
  }

  /** As {@link java.util.concurrent.Future#resultNow} (R23). */
  static @Nullable Object resultNow(int state, @Nullable Object outcome) {
    return switch (state) {
      case LockingFuture.SUCCEEDED -> outcome;
      case LockingFuture.FAILED -> throw new IllegalStateException("the task failed");
      case LockingFuture.CANCELLED -> throw new IllegalStateException("the task was cancelled");
      default -> throw new IllegalStateException("the task is not done");
    };
  }

  /** As {@link java.util.concurrent.Future#exceptionNow} (R23). */
  static Throwable exceptionNow(int state, @Nullable Object outcome) {
    return switch (state) {
      case LockingFuture.FAILED -> failure(outcome);
      case LockingFuture.SUCCEEDED -> throw new IllegalStateException("the task succeeded");
      case LockingFuture.CANCELLED -> throw new IllegalStateException("the task was cancelled");
      default -> throw new IllegalStateException("the task is not done");
    };
  }

  private static @Nullable Object valueOrCancelled(int state, @Nullable Object outcome) {
    if (state == LockingFuture.CANCELLED) {
      throw new CancellationException();
    }
    return outcome;
  }

  private static Throwable failure(@Nullable Object outcome) {
    if (outcome instanceof Throwable failure) {
      return failure;
    }
    throw new AssertionError("a failed future without its failure");
  }
}
