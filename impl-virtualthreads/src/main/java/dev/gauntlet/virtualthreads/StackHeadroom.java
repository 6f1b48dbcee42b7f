package dev.gauntlet.virtualthreads;

/**
 * Room on the stack. Bodies that are run in place nest as deep as the user's recursion, so the
 * stack can end anywhere. Whoever is about to do what must not be left half done first goes down as
 * far as it will need: the StackOverflowError is then thrown before anything has changed.
 */
final class StackHeadroom {
  /** More frames than it takes to start a task in place and to complete it. */
  private static final int FRAMES_FOR_TASK = 48;

  private StackHeadroom() {}

  /**
   * Returns if a task can be run and completed from here, apart from what its body needs.
   *
   * @throws StackOverflowError if not
   */
  static void requireForTask() {
    if (descend(FRAMES_FOR_TASK) != 0) {
      throw new AssertionError();
    }
  }

  /** Recursive, so that no compiler turns it into one frame. */
  private static int descend(int frames) {
    return frames == 0 ? 0 : descend(frames - 1);
  }
}
