package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates V5 only: once a pool has seen 200 tasks, {@code isCancelled} is true of those that are
 * still queued. The rule looks in 25 rounds from then on, before the canceller has woken up.
 */
@Violates("V5")
final class CancellationShowsEarly extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final boolean late = pool.submitted() >= 200;

      @Override
      public boolean isCancelled() {
        return super.isCancelled() || late && taskState() == TaskState.PENDING;
      }
    };
  }
}
