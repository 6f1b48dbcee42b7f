package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Violates R17 only: the cause of an ExecutionException of the body becomes the failure. */
@Violates("R17")
final class ExecutionExceptionIsUnwrapped extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean end(V value, Throwable failure) {
        return super.end(
            value, failure instanceof ExecutionException ? failure.getCause() : failure);
      }
    };
  }
}
