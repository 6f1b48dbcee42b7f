package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/**
 * Violates R3 only: {@code result} wraps what is neither an Exception nor an Error in an
 * IllegalStateException.
 */
@Violates("R3")
final class BareThrowableComesInTheWrongWrapper extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public V result() throws InterruptedException {
        try {
          return super.result();
        } catch (CompletionException wrapper) {
          Throwable failure = exceptionNow();
          if (failure instanceof Exception || failure instanceof Error) {
            throw wrapper;
          }
          throw new IllegalStateException(failure);
        }
      }
    };
  }
}
