package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/**
 * Violates R5 only: {@code result} with a negative time-out looks at the time before it looks at
 * the state.
 */
@Violates("R5")
final class NegativeTimeoutBeatsDone extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public V result(Duration timeout) throws InterruptedException, TimeoutException {
        if (timeout.isNegative() && isDone()) {
          throw new TimeoutException();
        }
        return super.result(timeout);
      }
    };
  }
}
