package dev.gauntlet.lockfree;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one place where threads of this implementation park, are woken, and stay off for a while. The
 * model checker puts a class of the same name in its place, with permits that it can follow.
 */
final class Parking {
  /** How many threads may spin at a time. */
  static final int SPINNERS = Runtime.getRuntime().availableProcessors() / 2;

  private Parking() {}

  static void park(Object blocker) {
    LockSupport.park(blocker);
  }

  static void parkNanos(Object blocker, long nanos) {
    LockSupport.parkNanos(blocker, nanos);
  }

  /** Stays for a while, some 30 ns for each pause, without giving the processor away. */
  static void pause(int pauses) {
    for (int i = 0; i < pauses; i++) {
      Thread.onSpinWait();
    }
  }

  static void unpark(@Nullable Thread thread) {
    LockSupport.unpark(thread);
  }
}
