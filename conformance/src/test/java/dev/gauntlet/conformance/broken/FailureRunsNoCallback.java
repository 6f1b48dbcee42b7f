package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates K13 only: a task that throws calls no callback as long as its executor is open. */
@Violates("K13")
final class FailureRunsNoCallback extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void runCallbacks() {
        if (taskState() != TaskState.FAILED || pool.isShutdown()) {
          super.runCallbacks();
        } else {
          takeCallbacks();
        }
      }
    };
  }
}
