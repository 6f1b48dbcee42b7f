package dev.gauntlet.peers;

import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What {@code TaskFuture} asks of a future, said with {@link Future#get} and its state. */
final class Outcomes {

  private Outcomes() {}

  static TaskState state(Future<?> peer, Claim claim) {
    return switch (peer.state()) {
      case RUNNING -> claim.isStarted() ? TaskState.RUNNING : TaskState.PENDING;
      case SUCCESS -> TaskState.SUCCEEDED;
      case FAILED -> TaskState.FAILED;
      case CANCELLED -> TaskState.CANCELLED;
    };
  }

  /** Python's cancel over the peer's: only the peer decides whether the future is cancelled. */
  static boolean cancelIfPending(Future<?> peer, Claim claim) {
    if (claim.tryCancel(peer)) {
      peer.cancel(/* mayInterruptIfRunning= */ false);
    }
    return peer.isCancelled();
  }

  static <V extends @Nullable Object> V result(Future<V> peer) throws InterruptedException {
    try {
      return peer.get();
    } catch (ExecutionException failed) {
      throw rethrown(causeOf(failed));
    }
  }

  static <V extends @Nullable Object> V result(Future<V> peer, Duration timeout)
      throws InterruptedException, TimeoutException {
    try {
      return peer.get(Deadline.toNanos(timeout), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw rethrown(causeOf(failed));
    }
  }

  static @Nullable Throwable exception(Future<?> peer) throws InterruptedException {
    try {
      peer.get();
      return null;
    } catch (ExecutionException failed) {
      return causeOf(failed);
    }
  }

  static @Nullable Throwable exception(Future<?> peer, Duration timeout)
      throws InterruptedException, TimeoutException {
    try {
      peer.get(Deadline.toNanos(timeout), TimeUnit.NANOSECONDS);
      return null;
    } catch (ExecutionException failed) {
      return causeOf(failed);
    }
  }

  private static Throwable causeOf(ExecutionException failed) {
    return failed.getCause() == null ? failed : failed.getCause();
  }

  private static RuntimeException rethrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new CompletionException(failure);
  }
}
