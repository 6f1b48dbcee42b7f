package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Violates K5 and K6: a late registration waits until the earlier callbacks have ended. */
@Violates({"K5", "K6"})
final class LateRegistrationWaitsForCallbacks extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile Thread calling;

      @Override
      public void runCallbacks() {
        calling = Thread.currentThread();
        super.runCallbacks();
        calling = null;
      }

      @Override
      public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
        while (calling != null && calling != Thread.currentThread() && !pool.isShutdown()) {
          LockSupport.parkNanos(1_000);
        }
        return super.addDoneCallback(callback);
      }
    };
  }
}
