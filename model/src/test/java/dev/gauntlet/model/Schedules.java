package dev.gauntlet.model;

import java.nio.ByteBuffer;

/**
 * Counts the runs of what is explored: one for each schedule, and one for each that is repeated.
 * Lincheck puts back what a run has changed in fields, so the count is kept outside the heap.
 */
public final class Schedules {
  private static final ByteBuffer BEGUN = ByteBuffer.allocateDirect(Long.BYTES);

  private Schedules() {}

  /** Is called where a run begins, by the one thread that there is then. */
  public static void begin() {
    BEGUN.putLong(0, begun() + 1);
  }

  static long begun() {
    return BEGUN.getLong(0);
  }
}
