package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates R16 only: after a body that threw InterruptedException the next body finds the flag set.
 */
@Violates("R16")
final class InterruptedExceptionSetsTheFlag extends ReferenceProvider {
  private static final ThreadLocal<Boolean> INTERRUPTED = ThreadLocal.withInitial(() -> false);

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public Callable<V> takeBody() {
        if (INTERRUPTED.get()) {
          INTERRUPTED.remove();
          Thread.currentThread().interrupt();
        }
        return super.takeBody();
      }

      @Override
      public boolean end(V value, Throwable failure) {
        boolean settled = super.end(value, failure);
        if (settled && failure instanceof InterruptedException) {
          INTERRUPTED.set(true);
        }
        return settled;
      }
    };
  }
}
