package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.Objects;

/** Violates L26 only: a null Runnable becomes a task that fails. */
@Violates("L26")
final class NullTaskIsAccepted extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public TaskFuture<?> submit(Runnable task) {
        return task == null ? super.submit(() -> Objects.requireNonNull(task)) : super.submit(task);
      }
    };
  }
}
