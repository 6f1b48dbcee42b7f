package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates I5 only: {@code shutdownNow} spares a body that the worker has begun within two
 * milliseconds after another. The rule stops 75 executors right after the first of two bodies.
 */
@Violates("I5")
final class FreshBodyIsNotStopped extends ReferenceProvider {
  private static final ThreadLocal<Integer> BODIES = ThreadLocal.withInitial(() -> 0);

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile long begun;

      @Override
      public void begin() {
        BODIES.set(BODIES.get() + 1);
        begun = BODIES.get() > 1 ? System.nanoTime() : 0;
        super.begin();
      }

      @Override
      public void interruptBody() {
        boolean fresh = begun != 0 && System.nanoTime() - begun < 2_000_000;
        if (isCancelled() || !fresh) {
          super.interruptBody();
        }
      }
    };
  }
}
