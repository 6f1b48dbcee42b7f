package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates C2 only: {@code cancel(false)} interrupts the body. */
@Violates("C2")
final class CancelFalseInterrupts extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(true);
      }
    };
  }
}
