package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates W3 only: who waits in {@code await} for a running task that is cancelled is told when
 * its body ends.
 */
@Violates("W3")
final class CancelTellsWaitersAfterTheBody extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile boolean postponed;

      @Override
      public void tellWaiters() {
        postponed = isCancelled() && bodyThread() != null;
        if (!postponed) {
          super.tellWaiters();
        }
      }

      @Override
      public boolean end(V value, Throwable failure) {
        boolean settled = super.end(value, failure);
        if (postponed) {
          super.tellWaiters();
        }
        return settled;
      }
    };
  }
}
