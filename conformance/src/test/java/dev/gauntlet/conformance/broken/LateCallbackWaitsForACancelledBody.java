package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Violates S3 only: a callback that is registered after the cancel is called when the body ends,
 * and not at once.
 */
@Violates("S3")
final class LateCallbackWaitsForACancelledBody extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final List<Runnable> postponed = new CopyOnWriteArrayList<>();

      @Override
      public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
        if (callback == null || !isCancelled() || bodyThread() == null) {
          return super.addDoneCallback(callback);
        }
        postponed.add(() -> call(callback));
        return this;
      }

      @Override
      public boolean end(V value, Throwable failure) {
        boolean settled = super.end(value, failure);
        postponed.forEach(Runnable::run);
        return settled;
      }
    };
  }
}
