package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates I11 only: {@code shutdownNow} interrupts a thread that runs its own task because of
 * CALLER_RUNS.
 */
@Violates("I11")
final class ShutdownNowInterruptsACaller extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile Thread caller;

      @Override
      public void begin() {
        super.begin();
        caller = pool.currentWorker() == null ? Thread.currentThread() : null;
      }

      @Override
      public void interruptBody() {
        super.interruptBody();
        if (caller != null) {
          caller.interrupt();
        }
      }
    };
  }
}
