package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.RejectedExecutionException;

/**
 * Violates N3 only: a submit that was interrupted while the queue was full leaves the flag clear.
 */
@Violates("N3")
final class InterruptedSubmitClearsTheFlag extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public void awaitPlace() {
        try {
          super.awaitPlace();
        } catch (RejectedExecutionException interrupted) {
          Thread.interrupted();
          throw interrupted;
        }
      }
    };
  }
}
