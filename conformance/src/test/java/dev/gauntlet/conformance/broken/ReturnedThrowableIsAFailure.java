package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates S11 only: a body that returns a Throwable has failed with it. */
@Violates("S11")
final class ReturnedThrowableIsAFailure extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean end(V value, Throwable failure) {
        return value instanceof Throwable returned
            ? super.end(null, returned)
            : super.end(value, failure);
      }
    };
  }
}
