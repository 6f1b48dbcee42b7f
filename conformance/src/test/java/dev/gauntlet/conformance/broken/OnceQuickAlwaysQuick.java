package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;

/** Violates L16 only: an executor that has run a task starts no third worker. */
@Violates("L16")
final class OnceQuickAlwaysQuick extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private boolean quick;

      @Override
      public boolean needsWorker() {
        quick |= submitted() > 1 && running.isEmpty() && queue.size() == 1;
        return super.needsWorker() && (!quick || workers < 2);
      }
    };
  }
}
