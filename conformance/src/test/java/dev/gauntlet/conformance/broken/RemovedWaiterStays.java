package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.Callable;

/** Violates W10, A7 and A8: a waiter that is removed stays in the future. */
@Violates({"W10", "A7", "A8"})
final class RemovedWaiterStays extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void removeWaiter(FutureWaiter waiter) {
        // It is told when the future is done.
      }
    };
  }
}
