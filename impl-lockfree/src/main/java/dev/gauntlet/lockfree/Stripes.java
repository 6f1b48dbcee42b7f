package dev.gauntlet.lockfree;

/**
 * Which of its queues a pool uses for whom. The model checker puts a class of the same name in its
 * place, with a choice that it can repeat.
 */
final class Stripes {
  private static final int MOST = 16;

  /** Two for each processor, as a power of two. */
  static final int COUNT =
      Math.min(Integer.highestOneBit(4 * Runtime.getRuntime().availableProcessors() - 1), MOST);

  private Stripes() {}

  /** Returns a number of a thread, which those of its like are unlikely to share. */
  static int numberOf(Thread thread) {
    return (int) thread.threadId();
  }
}
