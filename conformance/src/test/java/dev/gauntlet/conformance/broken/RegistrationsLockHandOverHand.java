package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.FutureWaiter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Violates W13 only: whoever registers with a future keeps its lock until he has that of the next
 * one. Two waits in opposite orders meet in the first twenty rounds of ten tasks, since these end
 * only when somebody registers; what has more tasks is not held up by each.
 */
@Violates("W13")
final class RegistrationsLockHandOverHand extends ReferenceProvider {
  private static final ThreadLocal<ReentrantLock> HELD = new ThreadLocal<>();

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final ReentrantLock registering = new ReentrantLock();

      @Override
      public boolean addWaiter(FutureWaiter waiter) {
        if (!isRaced(pool)) {
          return super.addWaiter(waiter);
        }
        registering.lock();
        boolean added = super.addWaiter(waiter); // asks isDone, which releases the last lock
        HELD.set(registering);
        Window.until(registering::hasQueuedThreads, 200, TimeUnit.MICROSECONDS);
        return added;
      }

      @Override
      public boolean isDone() {
        Optional.ofNullable(HELD.get()).ifPresent(ReentrantLock::unlock);
        HELD.remove();
        return super.isDone();
      }

      @Override
      public boolean end(V value, Throwable failure) {
        Window.until(() -> !isRaced(pool) || registering.isLocked(), 2, TimeUnit.MILLISECONDS);
        return super.end(value, failure);
      }
    };
  }

  private static boolean isRaced(ReferencePool pool) {
    return pool.submitted() >= 10 && pool.submitted() <= 200;
  }
}
