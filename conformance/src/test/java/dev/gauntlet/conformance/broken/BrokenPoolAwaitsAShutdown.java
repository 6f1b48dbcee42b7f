package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.List;

/** Violates B6 only: a broken pool does not terminate before somebody shuts it down. */
@Violates("B6")
final class BrokenPoolAwaitsAShutdown extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private volatile boolean asked;

      @Override
      public void shutdown(boolean cancelPending) {
        asked = true;
        super.shutdown(cancelPending);
      }

      @Override
      public List<Runnable> shutdownNow() {
        asked = true;
        return super.shutdownNow();
      }

      @Override
      public boolean isTerminated() {
        return super.isTerminated() && (broken == null || asked);
      }
    };
  }
}
