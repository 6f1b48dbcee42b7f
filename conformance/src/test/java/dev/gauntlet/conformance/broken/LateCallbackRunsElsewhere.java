package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Violates K3 only: a callback that is registered with a cancelled future runs on a thread of its
 * own.
 */
@Violates("K3")
final class LateCallbackRunsElsewhere extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
        if (callback == null || !isCancelled()) {
          return super.addDoneCallback(callback);
        }
        Thread elsewhere = Thread.ofPlatform().start(() -> super.addDoneCallback(callback));
        Window.until(() -> !elsewhere.isAlive(), 1, TimeUnit.SECONDS);
        return this;
      }
    };
  }
}
