package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Violates C12 only: {@code cancel(boolean)} of a done future waits for the callbacks that still
 * run.
 */
@Violates("C12")
final class CancelWaitsForCallbacks extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile Thread calling;

      @Override
      public void runCallbacks() {
        calling = Thread.currentThread();
        super.runCallbacks();
        calling = null;
      }

      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        while (calling != null && calling != Thread.currentThread() && !pool.isShutdown()) {
          LockSupport.parkNanos(1_000);
        }
        return super.cancel(mayInterruptIfRunning);
      }
    };
  }
}
