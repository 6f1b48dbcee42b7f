package dev.gauntlet.conformance.broken;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Violates B5 only: the cause of the ExecutionException that {@code get} throws wraps the
 * BrokenExecutorException.
 */
@Violates("B5")
final class BreakIsWrappedOnceMore extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public ExecutionException newExecutionException(Throwable cause) {
        return super.newExecutionException(
            cause instanceof BrokenExecutorException ? new IllegalStateException(cause) : cause);
      }
    };
  }
}
