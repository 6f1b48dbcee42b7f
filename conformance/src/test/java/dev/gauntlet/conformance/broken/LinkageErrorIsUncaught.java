package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates R18 only: a LinkageError of a submitted body reaches the uncaught-exception handler,
 * too.
 */
@Violates("R18")
final class LinkageErrorIsUncaught extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean end(V value, Throwable failure) {
        if (failure instanceof LinkageError) {
          reportUncaught(failure);
        }
        return super.end(value, failure);
      }
    };
  }
}
