package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Violates C3 only: a body that has handled the interrupt and goes on is interrupted again. */
@Violates("C3")
final class CancelTrueInterruptsTwice extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void interruptBody() {
        super.interruptBody();
        Thread thread = bodyThread();
        if (isCancelled() && thread != null && thread != Thread.currentThread()) {
          Window.until(() -> !thread.isInterrupted(), 100, TimeUnit.MILLISECONDS);
          super.interruptBody();
        }
      }
    };
  }
}
