package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Violates A2 only: the completion of the only task of a pool, if it is a number, is told after the
 * next such one.
 */
@Violates("A2")
final class CompletionsAreToldInPairs extends ReferenceProvider {
  private final AtomicReference<Runnable> first = new AtomicReference<>();

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void tell(FutureWaiter waiter) {
        boolean number = taskState() == TaskState.SUCCEEDED && resultNow() instanceof Integer;
        if (!number || pool.submitted() > 1) {
          super.tell(waiter);
          return;
        }
        Runnable earlier = first.getAndSet(null);
        if (earlier == null) {
          first.set(() -> super.tell(waiter));
        } else {
          super.tell(waiter);
          earlier.run();
        }
      }
    };
  }
}
