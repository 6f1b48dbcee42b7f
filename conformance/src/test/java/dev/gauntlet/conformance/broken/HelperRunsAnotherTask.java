package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Violates N4 only: a worker that helps runs the first task of the queue before the one it waits
 * for.
 */
@Violates("N4")
final class HelperRunsAnotherTask extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean tryRunInPlace() {
        List<ReferenceTask<?>> queued = pool.queued();
        if (taskState() == TaskState.PENDING && queued.size() > 1 && queued.get(0) != this) {
          queued.get(0).tryRunInPlace();
        }
        return super.tryRunInPlace();
      }
    };
  }
}
