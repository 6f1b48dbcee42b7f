package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.FutureWaiter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Violates R8 only: {@code exception} with a time-out parks once. */
@Violates("R8")
final class SpuriousWakeUpEndsTheWait extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public Throwable exception(Duration timeout) throws InterruptedException, TimeoutException {
        Thread caller = Thread.currentThread();
        FutureWaiter waiter = done -> LockSupport.unpark(caller);
        if (!timeout.isZero() && !timeout.isNegative() && !caller.isInterrupted()) {
          LockSupport.parkNanos(1); // uses a permit that is left over
          if (addWaiter(waiter)) {
            LockSupport.parkNanos(Deadline.toNanos(timeout));
            removeWaiter(waiter);
          }
        }
        return super.exception(Duration.ZERO);
      }
    };
  }
}
