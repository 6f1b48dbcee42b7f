package dev.gauntlet.conformance;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings a body to its end at the instant at which the test acts, round after round. Whoever was
 * first is told afterwards, and the next round aims a little later or earlier, so that most rounds
 * hit the few nanoseconds in which the two meet. Used by one thread.
 *
 * <p>How many rounds a rule takes follows from what it may miss: a defect that shows in one meeting
 * of a hundred goes unseen through 400 rounds in two runs of a hundred, through 800 in three of ten
 * thousand, through 1500 in three of ten million. The rules whose window is the narrowest have the
 * most. (The broken implementations of the kit's own tests hold their window open, so that nearly
 * every meeting shows them.) A busy machine has time for fewer rounds, but never for fewer than
 * {@value #LEAST_ROUNDS}: what shows in every fifth meeting goes unseen through these in two runs
 * of ten thousand million.
 */
final class Aim {
  private static final long LEAD_NANOS = 3_000;
  private static final long FINEST_NANOS = 20;
  private static final long COARSEST_NANOS = 1_000;
  private static final long FARTHEST_NANOS = 20_000;
  private static final int SPINS_PER_YIELD = 5_000;
  private static final int LEAST_ROUNDS = 100;

  private final long end = System.nanoTime() + Limits.SIGNAL.toNanos() / 4;
  private long offset;
  private long step = FINEST_NANOS;
  private boolean wasEarly;
  private int rounds;

  Aim() {}

  /** Returns whether there is time for a further round, or there have not been enough of them. */
  boolean hasTime() {
    return rounds < LEAST_ROUNDS || System.nanoTime() - end < 0;
  }

  /** Returns the meeting of the next round. */
  Meeting next() {
    rounds++;
    return new Meeting(offset);
  }

  /**
   * Corrects the aim after a meeting for which the body was not late; {@code early} if the test
   * acted before the body ended. The body has ended by now.
   */
  void correct(Meeting meeting, boolean early) {
    if (!meeting.bodyWasInTime) {
      return;
    }
    step = early == wasEarly ? Math.min(step * 2, COARSEST_NANOS) : FINEST_NANOS;
    wasEarly = early;
    long next = offset + (early ? step : -step);
    offset = Math.max(-LEAD_NANOS, Math.min(next, FARTHEST_NANOS));
  }

  /** One round. */
  static final class Meeting {
    private static final long NOBODY = 0;
    private static final long BODY_WAITS = 1;

    private final long offset;

    /** The instant on the clock of {@link System#nanoTime}, once the test has set it. */
    private final AtomicLong instant = new AtomicLong(NOBODY);

    /** Whether the body saw the instant before it was over. */
    private volatile boolean bodyWasInTime;

    private Meeting(long offset) {
      this.offset = offset;
    }

    /** In the body: returns at the instant that the test sets; gives up if it sets none. */
    void hold() {
      instant.set(BODY_WAITS);
      long deadline = System.nanoTime() + Limits.SIGNAL.toNanos();
      for (int spins = 1; instant.get() == BODY_WAITS; spins++) {
        pause(spins);
        if (System.nanoTime() - deadline > 0) {
          return;
        }
      }
      bodyWasInTime = System.nanoTime() - instant.get() < 0;
      spinUntil(instant.get());
    }

    /** In the test: waits for the body and returns at about the instant at which it ends. */
    void meet() {
      long deadline = System.nanoTime() + Limits.SIGNAL.toNanos();
      for (int spins = 1; instant.get() == NOBODY; spins++) {
        pause(spins);
        if (System.nanoTime() - deadline > 0) {
          throw new Violation("a body starts soon", "it has not started");
        }
      }
      long set = System.nanoTime() + LEAD_NANOS;
      instant.set(set);
      spinUntil(set + offset);
    }

    @SuppressWarnings("ThreadPriorityCheck") // on a busy machine the other one needs the core
    private static void pause(int spins) {
      if (spins % SPINS_PER_YIELD == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }

    private static void spinUntil(long nanoTime) {
      while (System.nanoTime() - nanoTime < 0) {
        Thread.onSpinWait();
      }
    }
  }
}
