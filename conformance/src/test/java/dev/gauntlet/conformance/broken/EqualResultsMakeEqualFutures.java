package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Violates S8 only: two futures with the same result are equal. */
@Violates("S8")
final class EqualResultsMakeEqualFutures extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean equals(Object other) {
        return this == other
            || taskState() == TaskState.SUCCEEDED
                && other instanceof ReferenceTask<?> task
                && task.taskState() == TaskState.SUCCEEDED
                && Objects.equals(resultNow(), task.resultNow());
      }

      @Override
      public int hashCode() {
        return System.identityHashCode(this);
      }
    };
  }
}
