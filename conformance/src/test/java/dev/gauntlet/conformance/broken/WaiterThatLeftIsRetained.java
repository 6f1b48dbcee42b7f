package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.Deadline;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** Violates R13 only: a future remembers every thread that has ever waited for it in vain. */
@Violates("R13")
final class WaiterThatLeftIsRetained extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final List<Thread> waited = new CopyOnWriteArrayList<>();

      @Override
      public boolean awaitDoneUntil(Deadline deadline) throws InterruptedException {
        if (!isDone()) {
          waited.add(Thread.currentThread());
        }
        boolean done = super.awaitDoneUntil(deadline);
        waited.remove(done ? Thread.currentThread() : null);
        return done;
      }
    };
  }
}
