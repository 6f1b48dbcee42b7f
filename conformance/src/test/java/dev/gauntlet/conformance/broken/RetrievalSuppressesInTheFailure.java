package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Violates R4 only: {@code get} notes in the failure itself that it was retrieved. */
@Violates("R4")
final class RetrievalSuppressesInTheFailure extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public ExecutionException newExecutionException(Throwable cause) {
        cause.addSuppressed(new IllegalStateException("retrieved"));
        return super.newExecutionException(cause);
      }
    };
  }
}
