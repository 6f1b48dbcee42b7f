package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Violates I2 only: {@code cancel(true)} interrupts a worker that runs a callback of the task. A
 * callback starts 500 microseconds late, and the rule cancels within them in most of its 400
 * rounds.
 */
@Violates("I2")
final class CallbackIsInterrupted extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private Thread calling;

      @Override
      public void runCallback(Runnable callback) {
        super.runCallback(() -> {
          Thread worker = pool.currentWorker() == null ? null : Thread.currentThread();
          monitor.locked(() -> calling = worker);
          Window.until(() -> worker == null || worker.isInterrupted(), 500, TimeUnit.MICROSECONDS);
          callback.run();
          monitor.locked(() -> calling = null);
        });
      }

      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        monitor.locked(() -> {
          if (mayInterruptIfRunning && calling != null) {
            calling.interrupt();
          }
        });
        return super.cancel(mayInterruptIfRunning);
      }
    };
  }
}
