package dev.gauntlet.conformance.broken;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;

/** Violates R22 only: all futures of a broken pool hold the same exception. */
@Violates("R22")
final class BrokenPoolSharesItsException extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private BrokenExecutorException shared;

      @Override
      public BrokenExecutorException brokenBy(Throwable cause) {
        if (shared == null) {
          shared = super.brokenBy(cause);
        }
        return shared;
      }
    };
  }
}
