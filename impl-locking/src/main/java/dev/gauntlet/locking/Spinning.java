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
   * it may wait for this processor: it is yielded, once.
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
  private static final long GAP_NANOS = 200_000;
  private static final int PAUSES_BETWEEN_CLOCKS = 32;
  private static final int MOST_MISSES = 10;
  private static final int MISSES_OF_A_GAP = 4;

  private final int pausesBetweenLooks;
  private volatile long claimedUntil = System.nanoTime();
  private int misses;
  private int toSkip;

  Spinning(int pausesBetweenLooks) {
    this.pausesBetweenLooks = pausesBetweenLooks;
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
  @SuppressWarnings("ThreadPriorityCheck") // once a spin, see above
  boolean until(BooleanSupplier hasCome) {
    long start = System.nanoTime();
    claimedUntil = start + LONGEST_NANOS;
    long now = start;
    long before;
    do {
      if (look(hasCome)) {
        claimedUntil = now;
        learn(-1);
        return true;
      }
      if (now == start) {
        Thread.yield();
      }
      before = now;
      now = System.nanoTime();
    } while (now - before < GAP_NANOS && now - start < LONGEST_NANOS);
    claimedUntil = now;
    learn(now - before < GAP_NANOS ? 1 : MISSES_OF_A_GAP);
    return false;
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
