package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Violates K4 only: a registration looks at the state and then adds its callback, which nobody
 * calls if the future has ended between. The body ends within the 5 milliseconds in one of the
 * first rounds of the rule, which aims at microseconds.
 */
@Violates("K4")
final class RegistrationAtCompletionIsLost extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
        boolean early = taskState() == TaskState.RUNNING;
        if (early
            && !Thread.currentThread().equals(bodyThread())
            && Window.until(this::isDone, 5, TimeUnit.MILLISECONDS)) {
          return this;
        }
        return super.addDoneCallback(callback);
      }
    };
  }
}
