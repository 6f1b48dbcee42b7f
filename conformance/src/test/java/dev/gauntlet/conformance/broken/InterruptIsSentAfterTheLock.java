package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates C8 only: the canceller decides under the lock and interrupts after it; the worker may
 * have gone on by then. The rule holds the canceller up between the two, so one round is enough.
 */
@Violates("C8")
final class InterruptIsSentAfterTheLock extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        Thread runner = pool.currentWorker() == null ? bodyThread() : null;
        if (runner == null || !mayInterruptIfRunning) {
          return super.cancel(mayInterruptIfRunning);
        }
        boolean cancelled = super.cancel(false);
        if (cancelled) {
          try {
            runner.interrupt();
          } catch (SecurityException refused) {
            // The body goes on.
          }
        }
        return cancelled;
      }
    };
  }
}
