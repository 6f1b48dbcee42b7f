package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.CallbackQueue;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Violates K9 only: a callback that is registered inside a callback waits for those that were
 * registered before.
 */
@Violates("K9")
final class NestedRegistrationIsQueued extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
        if (callback == null || !isDone()) {
          return super.addDoneCallback(callback);
        }
        CallbackQueue.run(List.of(() -> call(callback)));
        return this;
      }
    };
  }
}
