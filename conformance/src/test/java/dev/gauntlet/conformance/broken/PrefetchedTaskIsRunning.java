package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates C19 only: the first of three or more queued tasks is RUNNING, because it is as good as
 * handed over.
 */
@Violates("C19")
final class PrefetchedTaskIsRunning extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public TaskState taskState() {
        TaskState state = super.taskState();
        if (state != TaskState.PENDING) {
          return state;
        }
        int length = pool.queueLength();
        boolean prefetched = length > 2 && length < 9 && pool.queued().get(0) == this;
        return prefetched ? TaskState.RUNNING : state;
      }
    };
  }
}
