package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates A3 and C1: {@code cancel()} of a queued task does not tell those who wait in {@code
 * await}.
 */
@Violates({"A3", "C1"})
final class PlainCancelTellsNoWaiter extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile boolean silent;

      @Override
      public boolean cancel() {
        silent = taskState() == TaskState.PENDING;
        boolean cancelled = super.cancel();
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
