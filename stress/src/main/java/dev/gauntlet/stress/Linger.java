package dev.gauntlet.stress;

/** Lets one actor come later than the other, each time by another time. */
final class Linger {
  private static final int BITS = 11;
  private static final long MASK = (1 << BITS) - 1;
  private static final long ONE_IN_SIXTEEN = 15;
  private static final int LONGER = 7;

  private Linger() {}

  /** Up to two microseconds. */
  static void shortly() {
    long start = System.nanoTime();
    spin(start, start & MASK);
  }

  /**
   * The same, but one time in sixteen up to a quarter of a millisecond: longer than any reader or
   * worker spins, so that it has parked or is about to.
   */
  static void untilParked() {
    long start = System.nanoTime();
    long nanos = start & MASK;
    boolean isLong = (start >>> BITS & ONE_IN_SIXTEEN) == 0;
    spin(start, isLong ? nanos << LONGER : nanos);
  }

  private static void spin(long start, long nanos) {
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }
}
