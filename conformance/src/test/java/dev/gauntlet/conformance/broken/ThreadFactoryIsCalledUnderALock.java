package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.Semaphore;

/** Violates L32 only: a lock that is not re-entrant is held while the thread factory runs. */
@Violates("L32")
final class ThreadFactoryIsCalledUnderALock extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private final Semaphore lock = new Semaphore(1);

      @Override
      public void startWorker(ReferenceTask<?> task) {
        lock.acquireUninterruptibly();
        try {
          super.startWorker(task);
        } finally {
          lock.release();
        }
      }
    };
  }
}
