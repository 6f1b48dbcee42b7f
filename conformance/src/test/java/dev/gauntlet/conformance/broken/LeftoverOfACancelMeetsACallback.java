package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates C9 only: the flag that a cancelled body left is set again in the callback of the next
 * task.
 */
@Violates("C9")
final class LeftoverOfACancelMeetsACallback extends ReferenceProvider {
  private static final ThreadLocal<Boolean> LEFTOVER = ThreadLocal.withInitial(() -> false);

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean end(V value, Throwable failure) {
        if (isCancelled() && Thread.currentThread().isInterrupted()) {
          LEFTOVER.set(true);
        }
        return super.end(value, failure);
      }

      @Override
      public void runCallback(Runnable callback) {
        super.runCallback(() -> {
          if (LEFTOVER.get()) {
            LEFTOVER.remove();
            Thread.currentThread().interrupt();
          }
          callback.run();
        });
      }
    };
  }
}
