package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * Violates R15 and W5: a body that throws CancellationException leaves a cancelled future, and so
 * no failure for FIRST_EXCEPTION.
 */
@Violates({"R15", "W5"})
final class CancellationExceptionCancels extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean end(V value, Throwable failure) {
        if (failure instanceof CancellationException) {
          settleAndAnnounce(TaskState.CANCELLED, null, null);
        }
        return super.end(value, failure);
      }
    };
  }
}
