package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates R10 only: {@code exception} of a done future clears the interrupt flag of its caller.
 */
@Violates("R10")
final class RetrievalClearsTheFlag extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public Throwable exception() throws InterruptedException {
        Throwable failure = super.exception();
        Thread.interrupted();
        return failure;
      }
    };
  }
}
