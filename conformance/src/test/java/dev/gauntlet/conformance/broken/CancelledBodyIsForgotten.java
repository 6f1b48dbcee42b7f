package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;

/** Violates L12 only: an executor that runs nothing but cancelled bodies has terminated. */
@Violates("L12")
final class CancelledBodyIsForgotten extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public boolean isTerminated() {
        return super.isTerminated()
            || monitor.locked(() ->
                shutdown
                    && queue.isEmpty()
                    && !running.isEmpty()
                    && running.stream().allMatch(ReferenceTask::isCancelled));
      }
    };
  }
}
