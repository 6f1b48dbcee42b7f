package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.locks.LockSupport;

/**
 * Violates B8 only: a submit waits until the pool has run the callbacks of the tasks that it
 * failed.
 */
@Violates("B8")
final class SubmitWaitsForTheBreak extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private volatile boolean breaking;

      @Override
      public void breakBecauseOf(Throwable failure) {
        breaking = true;
        super.breakBecauseOf(failure);
        breaking = false;
      }

      @Override
      public void submit(ReferenceTask<?> task) {
        while (breaking) {
          LockSupport.parkNanos(10_000);
        }
        super.submit(task);
      }
    };
  }
}
