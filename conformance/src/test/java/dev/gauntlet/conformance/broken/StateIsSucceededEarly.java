package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates V3 only: once a pool has seen 600 tasks, {@code taskState} tells what it expects to
 * become of them. The rule polls it 500 times right after a submit.
 */
@Violates("V3")
final class StateIsSucceededEarly extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public TaskState taskState() {
        TaskState state = super.taskState();
        boolean early = !state.isDone() && pool.submitted() >= 600;
        return early ? TaskState.SUCCEEDED : state;
      }
    };
  }
}
