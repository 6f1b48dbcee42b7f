package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.RejectedExecutionException;

/** Violates L32 only: a submit of the thread factory waits for the worker that it makes. */
@Violates("L32")
final class ThreadFactoryWaitsForAPlace extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public void awaitPlace() {
        try {
          monitor.awaitChangeInterruptibly();
        } catch (InterruptedException interrupt) {
          Thread.currentThread().interrupt();
          throw new RejectedExecutionException("interrupted while the queue was full", interrupt);
        }
      }
    };
  }
}
