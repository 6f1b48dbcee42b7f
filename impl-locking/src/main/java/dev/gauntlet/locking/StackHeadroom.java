package dev.gauntlet.locking;

/**
 * Makes sure that there is stack left for a few nested calls before the state of a pool is changed
 * on a thread of the user, or a task is claimed there: a StackOverflowError between two of the
 * changes would leave the pool broken for everybody (R19).
 */
final class StackHeadroom {
  private static final int FRAMES_TO_ENTER = 24;

  /**
   * The frames of {@link #descend} are compiled, and small; what is seldom done, such as completing
   * a task at the end of a stack, is interpreted and takes several times as much for each call.
   */
  private static final int FRAMES_TO_COMPLETE = 80;

  private StackHeadroom() {}

  /**
   * Returns if there is more stack left than it takes to enter a task into a pool.
   *
   * @throws StackOverflowError if not; nothing has happened yet
   */
  static void requireToEnter() {
    long unused = descend(FRAMES_TO_ENTER, FRAMES_TO_ENTER, 1, 2);
  }

  /**
   * Returns if there is more stack left than it takes to start a worker, to claim a task and to
   * complete it, or to tell those who wait for a future, apart from what the code of users needs.
   *
   * @throws StackOverflowError if not; nothing has happened yet
   */
  static void requireToComplete() {
    long unused = descend(FRAMES_TO_COMPLETE, FRAMES_TO_COMPLETE, 1, 2);
  }

  private static long descend(int frames, long a, long b, long c) {
    return frames == 0 ? a : descend(frames - 1, b, c, a + b) + c;
  }
}
