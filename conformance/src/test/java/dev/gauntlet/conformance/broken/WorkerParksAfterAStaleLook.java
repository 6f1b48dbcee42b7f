package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.Worker;
import java.util.concurrent.TimeUnit;

/**
 * Violates N5 only: late in its life, a lone worker looks at the queue, and parks a while later
 * without another look. It takes until the next submission over it, or 20 milliseconds, so that
 * each such step loses its wake-up.
 */
@Violates("N5")
final class WorkerParksAfterAStaleLook extends ReferenceProvider {
  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      @Override
      public boolean runNext() {
        int submitted = pool.submitted();
        boolean late = submitted > 2_900 && submitted < 3_000;
        if (late && pool.config.workers() == 1 && pool.queueLength() == 0) {
          long start = System.nanoTime();
          while (pool.submitted() == submitted && System.nanoTime() - start < WINDOW_NANOS) {
            Thread.onSpinWait();
          }
          pool.monitor.locked(pool.monitor::awaitChange);
        }
        return super.runNext();
      }
    };
  }
}
