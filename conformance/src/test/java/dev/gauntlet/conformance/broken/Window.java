package dev.gauntlet.conformance.broken;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Keeps the window of a race open, so that a defect shows in every run. */
final class Window {
  private static final int SPINS_PER_YIELD = 500;

  private Window() {}

  /** Spins until the condition holds, for at most the given time; returns whether it holds. */
  @SuppressWarnings("ThreadPriorityCheck") // on a busy machine the other one needs the core
  static boolean until(BooleanSupplier condition, long timeout, TimeUnit unit) {
    long end = System.nanoTime() + unit.toNanos(timeout);
    for (int spins = 1; !condition.getAsBoolean(); spins++) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      if (spins % SPINS_PER_YIELD == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
    return true;
  }
}
