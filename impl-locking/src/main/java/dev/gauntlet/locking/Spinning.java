package dev.gauntlet.locking;

import java.util.function.BooleanSupplier;

/**
 * Looks, for about as long as a wake-up by the operating system takes, whether what a thread is
 * about to park for has come. One for the workers of a pool and one for its readers.
 */
final class Spinning {
  /*
   * After n misses 2^n waits do not spin at all, and a hit takes one miss back: where spinning does
   * not pay, it is hardly done, and where it begins to pay, that is noticed. A gap in the clock
   * tells that the thread had lost its processor, so there are more threads than processors; that
   * counts as four misses. On a single processor nobody spins, nor does a virtual thread, which
   * would keep its carrier from others. If what is waited for does not come at once, whoever brings
   * it may wait for this processor: it is yielded, once. Where that takes long, others have run
   * meanwhile, and need it again: a reader looks once more and parks. (A worker spins on: while it
   * does, submitters need not wake it, each with the lock of the pool in hand.)
   *
   * One thread spins at a time; others park at once. Two may pass the check together, which costs
   * a moment. The claim ends by itself, so a thread whose stack ends here leaves nothing behind.
   *
   *   field           written by    write mode   read mode
   *   claimedUntil    spinner       volatile     volatile (anybody)
   *   misses, toSkip  spinners      plain        plain: hints, of which an update may be lost
   */
  private static final boolean POSSIBLE = Runtime.getRuntime().availableProcessors() > 1;
  static final long LONGEST_NANOS = 100_000;
  private static final long YIELDED_NANOS = 5_000;
  private static final long GAP_NANOS = 200_000;
  private static final int PAUSES_BETWEEN_CLOCKS = 32;
  private static final int MOST_MISSES = 10;
  private static final int MISSES_OF_A_GAP = 4;

  /** A worker at the heels of a submitter would contend with it for every single task. */
  private static final int PAUSES_OF_WORKERS = 4;

  private final int pausesBetweenLooks;
  private final long longestYield;
  private final Runnable yielding;
  private volatile long claimedUntil = System.nanoTime();
  private int misses;
  private int toSkip;

  /** Does not spin on after a yield that took longer than so many nanoseconds. */
  Spinning(int pausesBetweenLooks, long longestYield, Runnable yielding) {
    this.pausesBetweenLooks = pausesBetweenLooks;
    this.longestYield = longestYield;
    this.yielding = yielding;
  }

  @SuppressWarnings("ThreadPriorityCheck") // once a spin, see above
  static Spinning ofReaders() {
    return new Spinning(1, YIELDED_NANOS, Thread::yield);
  }

  @SuppressWarnings("ThreadPriorityCheck") // once a spin, see above
  static Spinning ofWorkers() {
    return new Spinning(PAUSES_OF_WORKERS, Long.MAX_VALUE, Thread::yield);
  }

  /** Returns whether to spin this time; to be asked once for each wait. */
  boolean isWorthwhile() {
    if (toSkip > 0) {
      toSkip--;
      return false;
    }
    return POSSIBLE && !Thread.currentThread().isVirtual() && claimedUntil - System.nanoTime() <= 0;
  }

  /** Spins; returns whether it has come. */
  boolean until(BooleanSupplier hasCome) {
    long start = System.nanoTime();
    claimedUntil = start + LONGEST_NANOS;
    long now = start;
    long before;
    do {
      if (look(hasCome)) {
        return ended(now, -1);
      }
      if (now == start && hasYieldedForLong()) {
        return ended(now, hasCome.getAsBoolean() ? -1 : 1);
      }
      before = now;
      now = System.nanoTime();
    } while (now - before < GAP_NANOS && now - start < LONGEST_NANOS);
    return ended(now, now - before < GAP_NANOS ? 1 : MISSES_OF_A_GAP);
  }

  private boolean hasYieldedForLong() {
    long before = System.nanoTime();
    yielding.run();
    return System.nanoTime() - before > longestYield;
  }

  /** Learns from a hit, which is a miss less, or from misses; returns whether it was a hit. */
  private boolean ended(long now, int misses) {
    claimedUntil = now;
    learn(misses);
    return misses < 0;
  }

  private boolean look(BooleanSupplier hasCome) {
    for (int pause = 0; pause < PAUSES_BETWEEN_CLOCKS; pause++) {
      if (pause % pausesBetweenLooks == 0 && hasCome.getAsBoolean()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private void learn(int more) {
    misses = Math.clamp(misses + more, 0, MOST_MISSES);
    toSkip = misses == 0 ? 0 : 1 << misses;
  }
}
