package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/**
 * Violates V6 only: once a pool has seen 500 tasks, {@code result}, and so the {@code next} of a
 * map, returns null instead of waiting. The rule calls it 330 times right after a submit.
 */
@Violates("V6")
final class ResultReturnsEarly extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public V result() throws InterruptedException {
        return pool.submitted() < 500 || isDone() ? super.result() : null;
      }
    };
  }
}
