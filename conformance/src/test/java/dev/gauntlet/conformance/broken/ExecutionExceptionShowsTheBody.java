package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Violates R21 only: the ExecutionException carries the stack trace of its cause. */
@Violates("R21")
final class ExecutionExceptionShowsTheBody extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public ExecutionException newExecutionException(Throwable cause) {
        ExecutionException wrapper = super.newExecutionException(cause);
        wrapper.setStackTrace(cause.getStackTrace());
        return wrapper;
      }
    };
  }
}
