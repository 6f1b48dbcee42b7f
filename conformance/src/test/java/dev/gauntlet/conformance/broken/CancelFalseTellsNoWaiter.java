package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates J6 and C1: {@code cancel(false)} of a queued task does not tell its waiters. */
@Violates({"J6", "C1"})
final class CancelFalseTellsNoWaiter extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile boolean silent;

      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        silent = !mayInterruptIfRunning && taskState() == TaskState.PENDING;
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        silent = false;
        return cancelled;
      }

      @Override
      public void tellWaiters() {
        if (!silent) {
          super.tellWaiters();
        }
      }
    };
  }
}
