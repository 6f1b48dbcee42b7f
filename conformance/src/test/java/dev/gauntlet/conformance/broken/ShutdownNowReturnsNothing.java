package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.List;

/** Violates L8 only: {@code shutdownNow} does not return the tasks that it has cancelled. */
@Violates("L8")
final class ShutdownNowReturnsNothing extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public List<Runnable> shutdownNow() {
        super.shutdownNow();
        return List.of();
      }
    };
  }
}
