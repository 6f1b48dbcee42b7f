package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;

/** Violates C17 only: a cancelled task counts as queued until a worker comes by. */
@Violates("C17")
final class CancelledTaskKeepsItsPlace extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private int ghosts;

      @Override
      public void remove(ReferenceTask<?> task) {
        ghosts += task.isCancelled() && queue.contains(task) ? 1 : 0;
        super.remove(task);
      }

      @Override
      public void workerIsIdle() {
        ghosts = 0;
        super.workerIsIdle();
      }

      @Override
      public boolean isFull() {
        int capacity = config.queueCapacity().orElse(Integer.MAX_VALUE);
        return super.isFull() || ghosts > 0 && queue.size() + ghosts - idle >= capacity;
      }
    };
  }
}
