package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;

/** Violates L15 only: each submit starts a worker until there are as many as allowed. */
@Violates("L15")
final class IdleWorkerIsOverlooked extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public boolean needsWorker() {
        return workers < config.workers();
      }
    };
  }
}
