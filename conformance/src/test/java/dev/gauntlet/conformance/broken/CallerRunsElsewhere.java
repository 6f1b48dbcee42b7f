package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.concurrent.locks.LockSupport;

/** Violates L29 only: CALLER_RUNS runs the body on a new thread while the submitter waits. */
@Violates("L29")
final class CallerRunsElsewhere extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public void runHere(ReferenceTask<?> task) {
        if (config.rejectionPolicy() != RejectionPolicy.CALLER_RUNS) {
          super.runHere(task);
          return;
        }
        Thread other = Thread.ofPlatform().daemon().start(() -> super.runHere(task));
        while (other.isAlive()) {
          LockSupport.parkNanos(10_000);
        }
      }
    };
  }
}
