package dev.gauntlet.benchmarks;

import java.util.concurrent.atomic.AtomicLongArray;

/** A number with 128 bytes before and behind it that nobody writes. */
final class PaddedLong {
  private static final int AT = 16;

  private final AtomicLongArray cells = new AtomicLongArray(2 * AT + 1);

  long get() {
    return cells.get(AT);
  }

  /** What was written before is seen by who reads this; the writer does not wait for it. */
  void publish(long value) {
    cells.setRelease(AT, value);
  }

  long getAndAdd(long value) {
    return cells.getAndAdd(AT, value);
  }

  boolean compareAndSet(long expected, long value) {
    return cells.compareAndSet(AT, expected, value);
  }

  @Override
  public String toString() {
    return String.valueOf(get());
  }
}
