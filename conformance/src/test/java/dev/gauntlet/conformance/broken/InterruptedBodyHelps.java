package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates R9 only: an interrupted worker runs the task that it retrieves before it looks. */
@Violates("R9")
final class InterruptedBodyHelps extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public V result() throws InterruptedException {
        if (Thread.interrupted()) {
          tryRunInPlace();
          Thread.currentThread().interrupt();
        }
        return super.result();
      }
    };
  }
}
