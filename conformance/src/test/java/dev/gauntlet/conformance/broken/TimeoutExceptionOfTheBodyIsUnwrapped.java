package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Violates R14 only: {@code get} throws a TimeoutException of the body as if the wait had expired.
 */
@Violates("R14")
final class TimeoutExceptionOfTheBodyIsUnwrapped extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public V get(long timeout, TimeUnit unit)
          throws InterruptedException, ExecutionException, TimeoutException {
        try {
          return super.get(timeout, unit);
        } catch (ExecutionException failed) {
          if (failed.getCause() instanceof TimeoutException expired) {
            throw expired;
          }
          throw failed;
        }
      }
    };
  }
}
