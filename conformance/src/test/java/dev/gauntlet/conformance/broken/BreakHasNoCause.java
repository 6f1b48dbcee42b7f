package dev.gauntlet.conformance.broken;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;

/** Violates B2 only: the BrokenExecutorException does not tell what the initializer threw. */
@Violates("B2")
final class BreakHasNoCause extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public BrokenExecutorException brokenBy(Throwable cause) {
        return new BrokenExecutorException("the initializer failed", null);
      }
    };
  }
}
