package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/** Violates R26 only: {@code result} takes a null Duration for no time-out. */
@Violates("R26")
final class NullTimeoutWaitsForEver extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public V result(Duration timeout) throws InterruptedException, TimeoutException {
        return timeout == null ? super.result() : super.result(timeout);
      }
    };
  }
}
