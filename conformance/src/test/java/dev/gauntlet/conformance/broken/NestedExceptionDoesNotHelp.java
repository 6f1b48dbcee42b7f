package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/**
 * Violates N2 only: a worker that calls {@code exception()} of a queued task waits without running
 * it.
 */
@Violates("N2")
final class NestedExceptionDoesNotHelp extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public Throwable exception() throws InterruptedException {
        if (pool.currentWorker() == null || taskState() != TaskState.PENDING) {
          return super.exception();
        }
        try {
          return super.exception(Duration.ofDays(1));
        } catch (TimeoutException late) {
          throw new IllegalStateException(late);
        }
      }
    };
  }
}
