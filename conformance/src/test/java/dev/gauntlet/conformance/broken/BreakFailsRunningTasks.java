package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.List;

/** Violates B4 only: the tasks that run on healthy workers fail with their pool. */
@Violates("B4")
final class BreakFailsRunningTasks extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public void breakBecauseOf(Throwable failure) {
        List<ReferenceTask<?>> healthy = monitor.locked(() -> List.copyOf(running));
        healthy.forEach(task -> task.settleAndAnnounce(TaskState.FAILED, null, brokenBy(failure)));
        super.breakBecauseOf(failure);
      }
    };
  }
}
