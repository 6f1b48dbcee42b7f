package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;

/** Violates L6 only: {@code shutdown(true)} interrupts the running bodies. */
@Violates("L6")
final class ShutdownTrueInterrupts extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public void shutdown(boolean cancelPending) {
        super.shutdown(cancelPending);
        if (cancelPending) {
          monitor.locked(() -> running.forEach(ReferenceTask::interruptBody));
        }
      }
    };
  }
}
