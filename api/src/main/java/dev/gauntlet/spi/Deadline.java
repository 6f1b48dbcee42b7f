package dev.gauntlet.spi;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A point on the monotonic clock ({@link System#nanoTime}). Immutable; arithmetic saturates, so the
 * longest and the most negative time-outs are safe (R6).
 */
public final class Deadline {
  private final long at;
  private final boolean expiredFromTheStart;

  private Deadline(long nanos) {
    this.expiredFromTheStart = nanos <= 0;
    // Half the range keeps differences of nanoTime values meaningful.
    this.at = System.nanoTime() + Math.min(Math.max(nanos, 0), Long.MAX_VALUE / 2);
  }

  /** Returns the deadline that lies {@code timeout} from now; zero or less has already passed. */
  public static Deadline after(Duration timeout) {
    return new Deadline(toNanos(timeout));
  }

  /** Returns the deadline that lies {@code timeout} from now; zero or less has already passed. */
  public static Deadline after(long timeout, TimeUnit unit) {
    return new Deadline(unit.toNanos(timeout));
  }

  /** Returns the time left in nanoseconds; zero or less once the deadline has passed. */
  public long remainingNanos() {
    return expiredFromTheStart ? 0 : at - System.nanoTime();
  }

  /** Returns whether the deadline has passed. */
  public boolean hasPassed() {
    return remainingNanos() <= 0;
  }

  /** Returns {@code timeout} in nanoseconds, saturated instead of overflowing. */
  public static long toNanos(Duration timeout) {
    try {
      return timeout.toNanos();
    } catch (ArithmeticException outOfRange) {
      return timeout.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
