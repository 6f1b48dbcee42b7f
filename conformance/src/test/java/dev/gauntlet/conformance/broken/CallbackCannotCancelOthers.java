package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates C13 only: {@code cancel(boolean)} does nothing in a callback, whichever future it is
 * for.
 */
@Violates("C13")
final class CallbackCannotCancelOthers extends ReferenceProvider {
  private static final ThreadLocal<Boolean> IN_CALLBACK = ThreadLocal.withInitial(() -> false);

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void runCallback(Runnable callback) {
        super.runCallback(() -> {
          IN_CALLBACK.set(true);
          callback.run();
          IN_CALLBACK.remove();
        });
      }

      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        return !IN_CALLBACK.get() && super.cancel(mayInterruptIfRunning);
      }
    };
  }
}
