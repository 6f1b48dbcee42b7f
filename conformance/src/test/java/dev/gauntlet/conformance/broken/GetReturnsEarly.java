package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Violates V2 only: once a pool has seen 600 tasks, {@code get} returns null instead of waiting.
 * The rule calls it 1000 times right after a submit, before the worker has even woken up.
 */
@Violates("V2")
final class GetReturnsEarly extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public V get() throws InterruptedException, ExecutionException {
        return pool.submitted() < 600 || isDone() ? super.get() : null;
      }
    };
  }
}
