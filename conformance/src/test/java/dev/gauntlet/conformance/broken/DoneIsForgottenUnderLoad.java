package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates W7 only: a done future is not done as long as tasks are queued in its executor. */
@Violates("W7")
final class DoneIsForgottenUnderLoad extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean isDone() {
        return super.isDone() && (isCancelled() || pool.queueLength() == 0);
      }
    };
  }
}
