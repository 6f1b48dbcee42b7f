package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;

/** Violates L32 only: a submit of the thread factory waits for the worker that it makes. */
@Violates("L32")
final class ThreadFactoryWaitsForAPlace extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public boolean isCallingFactory() {
        return false;
      }
    };
  }
}
