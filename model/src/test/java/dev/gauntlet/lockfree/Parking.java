package dev.gauntlet.lockfree;

import dev.gauntlet.model.Permits;
import org.jspecify.annotations.Nullable;

/** Stands in for the class of the same name. */
final class Parking {
  static final int SPINNERS = 1;

  private Parking() {}

  static void park(Object blocker) {
    Permits.park();
  }

  static void parkNanos(Object blocker, long nanos) {
    Permits.park();
  }

  static void pause(int pauses) {}

  static void unpark(@Nullable Thread thread) {
    Permits.unpark(thread);
  }
}
