package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.List;

/** Violates L3 only: {@code shutdownNow} on a terminated executor throws. */
@Violates("L3")
final class ShutdownNowAfterTheEndIsRefused extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public List<Runnable> shutdownNow() {
        if (isTerminated()) {
          throw new IllegalStateException("terminated");
        }
        return super.shutdownNow();
      }
    };
  }
}
