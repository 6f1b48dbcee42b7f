package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Violates S1 only: for an instant at the end of a body its RUNNING future is PENDING again. Where
 * somebody watches the state, the instant lasts until it was seen, so the first round catches it.
 */
@Violates("S1")
final class PendingShowsThroughAtTheEnd extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final AtomicInteger looks = new AtomicInteger();
      private volatile boolean ending;

      @Override
      public TaskState taskState() {
        looks.incrementAndGet();
        TaskState state = super.taskState();
        return ending && state == TaskState.RUNNING ? TaskState.PENDING : state;
      }

      @Override
      public boolean end(V value, Throwable failure) {
        int before = looks.get();
        ending = true;
        Window.until(() -> before == 0 || looks.get() > before + 1, 1, TimeUnit.MILLISECONDS);
        return super.end(value, failure);
      }
    };
  }
}
