package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Violates R1 only: every {@code get} of a failed task throws the same ExecutionException. */
@Violates("R1")
final class ExecutionExceptionIsShared extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile ExecutionException shared;

      @Override
      public ExecutionException newExecutionException(Throwable cause) {
        if (shared == null) {
          shared = super.newExecutionException(cause);
        }
        return shared;
      }
    };
  }
}
