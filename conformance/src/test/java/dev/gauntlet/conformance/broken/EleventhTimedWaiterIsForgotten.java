package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.Deadline;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Violates R24 only: a completion releases ten of the timed retrievals. */
@Violates("R24")
final class EleventhTimedWaiterIsForgotten extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final AtomicInteger timed = new AtomicInteger();

      @Override
      public boolean awaitDoneUntil(Deadline deadline) throws InterruptedException {
        if (deadline == null || isDone()) {
          return super.awaitDoneUntil(deadline);
        }
        try {
          return timed.incrementAndGet() > 10
              ? monitor.await(() -> false, deadline)
              : super.awaitDoneUntil(deadline);
        } finally {
          timed.decrementAndGet();
        }
      }
    };
  }
}
