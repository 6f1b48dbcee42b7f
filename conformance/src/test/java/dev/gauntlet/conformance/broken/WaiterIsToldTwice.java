package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.Callable;

/**
 * Violates W6 and W16: a pool of one worker tells each waiter twice, so that a wait for all counts
 * two completions for one.
 */
@Violates({"W6", "W16"})
final class WaiterIsToldTwice extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void tell(FutureWaiter waiter) {
        super.tell(waiter);
        if (pool.config.workers() == 1) {
          super.tell(waiter);
        }
      }
    };
  }
}
