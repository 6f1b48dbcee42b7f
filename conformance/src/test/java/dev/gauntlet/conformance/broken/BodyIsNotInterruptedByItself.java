package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates C14 only: a body that cancels its own future with {@code cancel(true)} finds its flag
 * clear.
 */
@Violates("C14")
final class BodyIsNotInterruptedByItself extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void interruptBody() {
        if (bodyThread() != Thread.currentThread()) {
          super.interruptBody();
        }
      }
    };
  }
}
