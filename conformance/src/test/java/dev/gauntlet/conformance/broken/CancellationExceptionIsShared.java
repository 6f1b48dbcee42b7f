package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/** Violates C18 only: all retrievals from a cancelled future throw the same exception. */
@Violates("C18")
final class CancellationExceptionIsShared extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile CancellationException shared;

      @Override
      public CancellationException newCancellationException() {
        if (shared == null) {
          shared = super.newCancellationException();
        }
        return shared;
      }
    };
  }
}
