package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.concurrent.locks.LockSupport;

/**
 * Violates L28 only: {@code shutdown} waits while the queue of an executor that rejects is full.
 */
@Violates("L28")
final class ShutdownNeedsAPlace extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public void shutdown(boolean cancelPending) {
        boolean rejects = pool.config.rejectionPolicy() == RejectionPolicy.REJECT;
        int capacity = pool.config.queueCapacity().orElse(Integer.MAX_VALUE);
        while (rejects && pool.queueLength() >= capacity && !isShutdown()) {
          LockSupport.parkNanos(10_000);
        }
        super.shutdown(cancelPending);
      }
    };
  }
}
