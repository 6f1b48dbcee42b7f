package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Violates K16 only: a late registration calls its callback itself, whatever executor it was given.
 */
@Violates("K16")
final class LateCallbackPassesItsExecutorBy extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public TaskFuture<V> addDoneCallback(
          Consumer<? super TaskFuture<V>> callback, Executor executor) {
        boolean late = callback != null && executor != null && isDone();
        return late ? addDoneCallback(callback) : super.addDoneCallback(callback, executor);
      }
    };
  }
}
