package dev.gauntlet.locking;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** The objects whose monitors guard futures. */
final class FutureLocks {
  /*
   * The monitor of the future itself would be the obvious lock, but user code can hold that one for
   * as long as it likes, and completion and cancel must not wait for it (C12). An object of its own
   * for each future costs 16 bytes. So futures share a fixed set: since nobody holds two of these
   * locks, and nobody parks or calls user code with one, sharing costs a rare collision of short
   * sections, and can neither deadlock nor delay noticeably. (The longest cancels a queued task that
   * somebody waits for, and looks down the stack first.)
   */
  private static final Object[] LOCKS = new Object[64];

  static {
    Arrays.setAll(LOCKS, index -> new Object());
  }

  private FutureLocks() {}

  /** Returns the lock for a new future. */
  static Object any() {
    return LOCKS[ThreadLocalRandom.current().nextInt(LOCKS.length)];
  }
}
