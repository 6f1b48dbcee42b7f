package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates C11 only: what a cancelled body throws reaches the uncaught-exception handler. */
@Violates("C11")
final class LateFailureIsUncaught extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean end(V value, Throwable failure) {
        boolean settled = super.end(value, failure);
        if (!settled && failure != null) {
          reportUncaught(failure);
        }
        return settled;
      }
    };
  }
}
