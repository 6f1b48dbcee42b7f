package dev.gauntlet.conformance.reference;

import dev.gauntlet.spi.Deadline;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A fair lock with one condition, "something has changed", on which everybody waits. */
public final class Monitor {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();

  public <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  public void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** Wakes everybody; the caller holds the lock. */
  public void changed() {
    changed.signalAll();
  }

  /** Waits for the next change, deaf to interrupts; the caller holds the lock. */
  public void awaitChange() {
    changed.awaitUninterruptibly();
  }

  /** Waits for the next change; the caller holds the lock. */
  public void awaitChangeInterruptibly() throws InterruptedException {
    changed.await();
  }

  /**
   * Waits until {@code condition} holds.
   *
   * @param deadline null to wait without end
   * @return whether it holds
   */
  public boolean await(BooleanSupplier condition, Deadline deadline) throws InterruptedException {
    lock.lock();
    try {
      if (condition.getAsBoolean()) {
        return true;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      while (!condition.getAsBoolean()) {
        if (deadline == null) {
          changed.await();
        } else if (deadline.hasPassed()) {
          return false;
        } else {
          changed.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        }
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
