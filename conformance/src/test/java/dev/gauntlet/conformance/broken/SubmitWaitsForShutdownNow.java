package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Violates K6 only: a submit waits until {@code shutdownNow} has run the callbacks of what it
 * cancelled.
 */
@Violates("K6")
final class SubmitWaitsForShutdownNow extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private volatile Thread stopping;

      @Override
      public List<Runnable> shutdownNow() {
        stopping = Thread.currentThread();
        List<Runnable> returned = super.shutdownNow();
        stopping = null;
        return returned;
      }

      @Override
      public void submit(ReferenceTask<?> task) {
        while (stopping != null && stopping != Thread.currentThread()) {
          LockSupport.parkNanos(1_000);
        }
        super.submit(task);
      }
    };
  }
}
