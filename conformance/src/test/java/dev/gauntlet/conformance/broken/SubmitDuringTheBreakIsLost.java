package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.TimeUnit;

/**
 * Violates B7 only: a task that is submitted while the pool breaks is accepted, and belongs to
 * nobody. The rule submits until it is refused, and the break lasts for 200 microseconds.
 */
@Violates("B7")
final class SubmitDuringTheBreakIsLost extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private volatile boolean breaking;

      @Override
      public void breakBecauseOf(Throwable failure) {
        breaking = true;
        Window.until(this::isShutdown, 200, TimeUnit.MICROSECONDS);
        super.breakBecauseOf(failure);
      }

      @Override
      public void submit(ReferenceTask<?> task) {
        if (!breaking || isShutdown()) {
          super.submit(task);
        }
      }
    };
  }
}
