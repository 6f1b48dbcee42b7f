package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Violates V4 only: once a pool has seen 850 tasks, {@code addDoneCallback} calls at once. The rule
 * registers 1000 callbacks right after a submit.
 */
@Violates("V4")
final class CallbackRunsEarly extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
        if (callback != null && pool.submitted() >= 850) {
          call(callback);
          return this;
        }
        return super.addDoneCallback(callback);
      }
    };
  }
}
