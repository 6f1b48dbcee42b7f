package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.locks.LockSupport;

/** Violates N1 only: a body that has queued 500 tasks waits until there are fewer. */
@Violates("N1")
final class WorkerWaitsForAShorterQueue extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public void submit(ReferenceTask<?> task) {
        while (currentWorker() != null && queueLength() >= 500 && !isShutdown()) {
          LockSupport.parkNanos(10_000);
        }
        super.submit(task);
      }
    };
  }
}
