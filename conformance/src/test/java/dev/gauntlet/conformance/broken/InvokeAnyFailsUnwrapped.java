package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Violates J5 only: {@code invokeAny} throws an IllegalStateException if no task succeeds. */
@Violates("J5")
final class InvokeAnyFailsUnwrapped extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
          throws InterruptedException, ExecutionException {
        try {
          return super.invokeAny(tasks);
        } catch (ExecutionException failed) {
          throw new IllegalStateException(failed.getCause());
        }
      }
    };
  }
}
