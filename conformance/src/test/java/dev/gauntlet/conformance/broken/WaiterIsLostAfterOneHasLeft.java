package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** Violates W11 only: a waiter that is added after another one has left is never told. */
@Violates("W11")
final class WaiterIsLostAfterOneHasLeft extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final AtomicBoolean left = new AtomicBoolean();

      @Override
      public void removeWaiter(FutureWaiter waiter) {
        left.set(true);
        super.removeWaiter(waiter);
      }

      @Override
      public boolean addWaiter(FutureWaiter waiter) {
        return left.get() ? !isDone() : super.addWaiter(waiter);
      }
    };
  }
}
