package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;

/**
 * Violates N5 only: two workers are not woken for a task after the 2900th. The rule submits 3000,
 * each when the one before is done, so that one of the last hundred finds both asleep.
 */
@Violates("N5")
final class WakeUpIsLost extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private int submissions;

      @Override
      public void enqueue(ReferenceTask<?> task) {
        submissions++;
        if (config.workers() == 2 && submissions > 2_900) {
          queue.add(task);
        } else {
          super.enqueue(task);
        }
      }
    };
  }
}
