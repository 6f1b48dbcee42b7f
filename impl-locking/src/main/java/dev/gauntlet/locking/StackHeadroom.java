package dev.gauntlet.locking;

/**
 * Makes sure that there is stack left for a few nested calls before the state of a pool is changed
 * on a thread of the user, or a task is claimed there: a StackOverflowError between two of the
 * changes would leave the pool broken for everybody (R19).
 */
final class StackHeadroom {
  private static final int FRAMES = 24;

  private StackHeadroom() {}

  /**
   * Returns if there is more stack left than the bookkeeping of a task needs.
   *
   * @throws StackOverflowError if not; nothing has happened yet
   */
  static void require() {
    long unused = descend(FRAMES, FRAMES, 1, 2);
  }

  private static long descend(int frames, long a, long b, long c) {
    return frames == 0 ? a : descend(frames - 1, b, c, a + b) + c;
  }
}
