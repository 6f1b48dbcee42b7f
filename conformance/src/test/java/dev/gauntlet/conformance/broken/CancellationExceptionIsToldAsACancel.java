package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * Violates W5 only: who waits for a body that threw CancellationException is told of a cancelled
 * future.
 */
@Violates("W5")
final class CancellationExceptionIsToldAsACancel extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void tell(FutureWaiter waiter) {
        if (taskState() == TaskState.FAILED && exceptionNow() instanceof CancellationException) {
          TaskFuture<Object> cancelled = newPromise().future();
          cancelled.cancel(false);
          waiter.futureDone(cancelled);
        } else {
          super.tell(waiter);
        }
      }
    };
  }
}
