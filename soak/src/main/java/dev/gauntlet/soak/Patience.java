package dev.gauntlet.soak;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How long something may take.
 *
 * @param limit after that time it is taken to hang
 */
record Patience(Duration limit) {
  private static final long TICK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  /**
   * Waits for a condition.
   *
   * @throws HungException if it does not come about
   */
  void await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new HungException("waited in vain until " + what);
      }
      LockSupport.parkNanos(TICK_NANOS);
    }
  }
}
