package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Violates V7, K12 and L12: an executor has terminated when its bodies have ended, although
 * callbacks still run. Callbacks start 500 microseconds late, so that the first round catches it.
 */
@Violates({"V7", "K12", "L12"})
final class TerminationOvertakesCallbacks extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public boolean isTerminated() {
        return monitor.locked(() ->
            shutdown
                && queue.isEmpty()
                && running.stream().noneMatch(task -> task.isCancelled() || !task.isDone()));
      }
    };
  }

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void runCallback(Runnable callback) {
        boolean late = pool.currentWorker() != null && pool.isShutdown();
        Window.until(() -> !late, 500, TimeUnit.MICROSECONDS);
        super.runCallback(callback);
      }
    };
  }
}
