package dev.gauntlet.model;

import org.jspecify.annotations.Nullable;

/**
 * Parking as {@code LockSupport} documents it, except that a park returns only for a reason: on
 * monitors, which the model checker follows exactly. No time passes in the model, so a park with a
 * time-out waits as one without.
 */
public final class Permits {
  private static @Nullable Permit first;
  private static boolean losing;

  private Permits() {}

  /**
   * Begins a schedule with no thread known.
   *
   * @param lose whether an unpark is lost unless its thread is parked: a seeded bug
   */
  static synchronized void reset(boolean lose) {
    first = null;
    losing = lose;
  }

  /** Waits for the permit of the calling thread and takes it; ends early if interrupted. */
  public static void park() {
    of(Thread.currentThread()).take();
  }

  /** Makes the permit of a thread available. */
  public static void unpark(@Nullable Thread thread) {
    if (thread != null) {
      of(thread).give(losing);
    }
  }

  private static synchronized Permit of(Thread owner) {
    for (Permit permit = first; permit != null; permit = permit.next) {
      if (permit.owner == owner) {
        return permit;
      }
    }
    first = new Permit(owner, first);
    return first;
  }

  private static final class Permit {
    private final Thread owner;
    private final @Nullable Permit next;
    private boolean available;
    private boolean parked;

    private Permit(Thread owner, @Nullable Permit next) {
      this.owner = owner;
      this.next = next;
    }

    private synchronized void take() {
      parked = true;
      try {
        while (!available) {
          wait();
        }
        available = false;
      } catch (InterruptedException interrupt) {
        owner.interrupt();
      } finally {
        parked = false;
      }
    }

    private synchronized void give(boolean unlessEarly) {
      if (parked || !unlessEarly) {
        available = true;
        notifyAll();
      }
    }
  }
}
