package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates A1 only: once a pool has seen a hundred tasks, who waits for one is not told when it
 * fails.
 */
@Violates("A1")
final class FailureTellsNoWaiter extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void tellWaiters() {
        if (taskState() != TaskState.FAILED || pool.submitted() < 100) {
          super.tellWaiters();
        }
      }
    };
  }
}
