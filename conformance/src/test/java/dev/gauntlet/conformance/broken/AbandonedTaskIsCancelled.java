package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Violates I9 only: a task for which three retrievals and a wait were given up is cancelled. */
@Violates("I9")
final class AbandonedTaskIsCancelled extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final AtomicInteger interrupted = new AtomicInteger();

      @Override
      public boolean awaitDoneUntil(Deadline deadline) throws InterruptedException {
        try {
          return super.awaitDoneUntil(deadline);
        } catch (InterruptedException interrupt) {
          interrupted.incrementAndGet();
          throw interrupt;
        }
      }

      @Override
      public void removeWaiter(FutureWaiter waiter) {
        super.removeWaiter(waiter);
        if (interrupted.get() == 3) {
          cancel(false);
        }
      }
    };
  }
}
