package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/**
 * Violates S6 only: for a millisecond after the completion a poll of {@code exception} finds a done
 * future without an outcome. The rule looks at the first instant of 200 completions in this form,
 * and a busy machine takes its time to get there.
 */
@Violates("S6")
final class OutcomeArrivesAfterTheState extends ReferenceProvider {
  private static final long WINDOW_NANOS = 1_000_000;

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile long settled;

      @Override
      public void onSettled() {
        settled = System.nanoTime();
        super.onSettled();
      }

      @Override
      public Throwable exception(Duration timeout) throws InterruptedException, TimeoutException {
        boolean early = !isCancelled() && System.nanoTime() - settled < WINDOW_NANOS;
        if (settled != 0 && early && timeout.isZero()) {
          throw new TimeoutException();
        }
        return super.exception(timeout);
      }
    };
  }
}
