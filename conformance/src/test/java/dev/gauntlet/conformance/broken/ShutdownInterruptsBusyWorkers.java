package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;

/**
 * Violates I8 only: {@code shutdown()} of a pool with several workers interrupts those that are
 * busy.
 */
@Violates("I8")
final class ShutdownInterruptsBusyWorkers extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public void shutdown(boolean cancelPending) {
        if (!cancelPending) {
          monitor.locked(() -> {
            if (workers > 1) {
              running.forEach(ReferenceTask::interruptBody);
            }
          });
        }
        super.shutdown(cancelPending);
      }
    };
  }
}
