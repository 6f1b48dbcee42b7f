package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.List;

/**
 * Violates B3 only: the tasks that were queued behind a cancelled one stay pending when the pool
 * breaks.
 */
@Violates("B3")
final class BreakStopsAtACancelledTask extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private int reach = Integer.MAX_VALUE;

      @Override
      public void remove(ReferenceTask<?> task) {
        if (config.initializer() != null && task.isCancelled()) {
          reach = List.copyOf(queue).indexOf(task);
        }
        super.remove(task);
      }

      @Override
      public List<ReferenceTask<?>> settleQueued(TaskState state) {
        List<ReferenceTask<?>> queued = List.copyOf(queue);
        if (state != TaskState.FAILED || queued.size() <= reach) {
          return super.settleQueued(state);
        }
        List<ReferenceTask<?>> reached = queued.subList(0, reach);
        reached.forEach(task -> task.settle(state, null, brokenBy(broken)));
        return reached;
      }
    };
  }
}
