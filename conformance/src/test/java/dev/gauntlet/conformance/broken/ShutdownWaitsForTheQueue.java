package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.locks.LockSupport;

/**
 * Violates L4 only: {@code shutdown} of an unbounded executor whose workers are busy returns when
 * its queue is empty.
 */
@Violates("L4")
final class ShutdownWaitsForTheQueue extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public void shutdown(boolean cancelPending) {
        super.shutdown(cancelPending);
        boolean waits = config.queueCapacity().isEmpty() && currentWorker() == null;
        while (waits && isBehind() && !Thread.currentThread().isInterrupted()) {
          LockSupport.parkNanos(10_000);
        }
      }

      private boolean isBehind() {
        return monitor.locked(() -> !queue.isEmpty() && !running.isEmpty());
      }
    };
  }
}
