package dev.gauntlet.lockfree;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Spinning before parking, as long as it pays. A wake-up through the operating system costs as much
 * as thousands of looks, so a thread that is about to park first looks for a while whether what it
 * waits for has come: about as long as such a wake-up takes, so that it loses at most as much again
 * (Karlin, Li, Manasse and Owicki, "Empirical studies of competitive spinning for a shared-memory
 * multiprocessor", SOSP 1991).
 */
final class AdaptiveSpin {
  /*
   * A miss, a spin that ends without its event, has cost a processor for nothing. After a miss
   * twice as many chances are passed up as after the one before, after a hit half as many. So
   * where it does not pay, one wait in a thousand spins, and where it begins to pay, that is found
   * out. A thread that was descheduled while it spun has kept a processor from somebody who needed
   * it: that counts as several misses.
   *
   * The thread that is to bring the event may be waiting for this very processor. So a spinner
   * yields it, once, as soon as the event is late. If that takes longer than a call that finds
   * nobody, somebody else has run meanwhile: there are more threads than processors, and to spin on
   * would take this one from the next of them. So the spin ends with a last look.
   *
   * All spinners of a JVM together take one processor in two: except for its first moments, which
   * end most of the good spins, a spin needs a permit. One expires by itself, so a thread whose
   * stack ends here does not keep it. The clock is read between two looks, so all times are longer
   * by up to one pause, some 13 µs at most.
   *
   *   field             written by         write mode    read mode
   *   penalty, skips    any spinner        plain         plain (hints; a lost update does no harm)
   *   permits[i]        its taker          CAS           opaque
   *                     its holder         CAS
   */
  static final long LONGEST_NANOS = 100_000;
  static final long YIELDED_NANOS = 5_000;
  private static final long DESCHEDULED_NANOS = 200_000;
  private static final long WITHOUT_PERMIT_NANOS = 2_000;
  private static final int PAUSES_BETWEEN_CLOCKS = 32;
  private static final int MAX_PENALTY = 10;
  private static final int PENALTY_OF_DESCHEDULED = 4;

  private static final AtomicLong[] PERMITS = permits(Parking.SPINNERS);

  /** What a spinner waits for. */
  interface Event {
    boolean hasCome();

    /** Returns for how many pauses, one at least, the next look is put off. */
    default int pauses() {
      return 1;
    }
  }

  /** Until when each permit is taken, on the scale of {@link System#nanoTime}. */
  private final AtomicLong[] permits;

  private final Runnable yielding;
  private int penalty;
  private int skips;

  @SuppressWarnings("ThreadPriorityCheck") // once a spin, see above
  AdaptiveSpin() {
    this(PERMITS, Thread::yield);
  }

  AdaptiveSpin(AtomicLong[] permits, Runnable yielding) {
    this.permits = permits;
    this.yielding = yielding;
  }

  static AtomicLong[] permits(int count) {
    AtomicLong[] permits = new AtomicLong[count];
    Arrays.setAll(permits, index -> new AtomicLong(System.nanoTime()));
    return permits;
  }

  /** Returns whether to spin this time. */
  boolean isDue() {
    if (skips > 0) {
      skips--;
      return false;
    }
    return permits.length > 0;
  }

  /** Returns whether nearly all spins hit at present. */
  boolean pays() {
    return penalty == 0 && permits.length > 0;
  }

  /** Waits for the event for a while; returns whether it has come. */
  boolean await(Event event) {
    int cost = spin(event);
    int next = cost == 0 ? Math.max(penalty - 1, 0) : Math.min(penalty + cost, MAX_PENALTY);
    if (next != penalty) {
      penalty = next;
    }
    if (next > 0) {
      skips = (1 << next) - 1;
    }
    return cost == 0;
  }

  /** Returns 0 for a hit, or by how much the penalty rises. */
  private int spin(Event event) {
    AtomicLong permit = null;
    long until = 0;
    long start = System.nanoTime();
    long now = start;
    try {
      while (!look(event)) {
        if (now == start && hasYieldedToSomebody()) {
          return event.hasCome() ? 0 : 1;
        }
        long before = now;
        now = System.nanoTime();
        if (now - before > DESCHEDULED_NANOS) {
          return PENALTY_OF_DESCHEDULED;
        }
        if (permit == null) {
          until = now + LONGEST_NANOS;
          permit = tryTakePermit(now, until);
        }
        if (now - start > (permit == null ? WITHOUT_PERMIT_NANOS : LONGEST_NANOS)) {
          return 1;
        }
      }
      return 0;
    } finally {
      if (permit != null) {
        boolean unused = permit.compareAndSet(until, now); // fails if it has expired and is taken
      }
    }
  }

  private boolean hasYieldedToSomebody() {
    long before = System.nanoTime();
    yielding.run();
    return System.nanoTime() - before > YIELDED_NANOS;
  }

  private static boolean look(Event event) {
    int paused = 0;
    while (paused < PAUSES_BETWEEN_CLOCKS) {
      if (event.hasCome()) {
        return true;
      }
      int pauses = event.pauses();
      Parking.pause(pauses);
      paused += pauses;
    }
    return false;
  }

  private @Nullable AtomicLong tryTakePermit(long now, long until) {
    for (AtomicLong permit : permits) {
      long taken = permit.getOpaque();
      if (taken - now <= 0 && permit.compareAndSet(taken, until)) {
        return permit;
      }
    }
    return null;
  }
}
