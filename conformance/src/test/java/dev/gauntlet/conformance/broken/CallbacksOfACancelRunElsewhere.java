package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates C1 only: {@code cancel(true)} of a pending task leaves its callbacks to another thread.
 */
@Violates("C1")
final class CallbacksOfACancelRunElsewhere extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile boolean elsewhere;

      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        elsewhere = mayInterruptIfRunning && taskState() == TaskState.PENDING;
        return super.cancel(mayInterruptIfRunning);
      }

      @Override
      public void runCallbacks() {
        if (elsewhere) {
          Thread.ofPlatform().daemon().start(super::runCallbacks);
        } else {
          super.runCallbacks();
        }
      }
    };
  }
}
