package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.Deadline;
import java.util.concurrent.Callable;

/** Violates R12 only: an interrupt of one retrieval ends the other ones on the same future. */
@Violates("R12")
final class InterruptEndsAllWaits extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile int interrupts;

      @Override
      public boolean awaitDoneUntil(Deadline deadline) throws InterruptedException {
        int before = interrupts;
        try {
          monitor.await(() -> isDone() || interrupts != before, deadline);
        } catch (InterruptedException interrupt) {
          monitor.locked(() -> {
            interrupts++;
            monitor.changed();
          });
          throw interrupt;
        }
        if (interrupts != before && !isDone()) {
          throw new InterruptedException();
        }
        return isDone();
      }
    };
  }
}
