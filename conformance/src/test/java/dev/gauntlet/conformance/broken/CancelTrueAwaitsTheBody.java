package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.Limits;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Violates I10 and C12: {@code cancel(true)} of the first task of a pool waits until its body has
 * ended, up to a limit.
 */
@Violates({"I10", "C12"})
final class CancelTrueAwaitsTheBody extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        Thread body = bodyThread();
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        long end = System.nanoTime() + Limits.SIGNAL.toNanos() * 11 / 10;
        boolean waits = mayInterruptIfRunning && body != null && body != Thread.currentThread();
        while (waits && pool.submitted() == 1 && bodyThread() != null && System.nanoTime() < end) {
          LockSupport.parkNanos(100_000);
        }
        return cancelled;
      }
    };
  }
}
