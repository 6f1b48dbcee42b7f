package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;

/** Violates J1 only: the result given to {@code submit(Runnable, T)} is dropped. */
@Violates("J1")
final class GivenResultIsDropped extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <T> TaskFuture<T> submit(Runnable task, T result) {
        return super.submit(task, null);
      }
    };
  }
}
