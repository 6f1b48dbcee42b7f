package dev.gauntlet.virtualthreads;

/**
 * Room on the stack, which can end anywhere. Whoever is about to do what must not be left half done
 * first goes down further than that will need: the StackOverflowError is then thrown before
 * anything has changed (R19).
 */
final class StackHeadroom {
  /*
   * The calls that need the room may be interpreted, as what is seldom done is, and then take
   * several times the stack of compiled ones; some may be the first of their kind, which the virtual
   * machine links on the same stack. So the frames that measure it are large, rather than many:
   * going down costs time for each of them.
   */

  /** For a few compare-and-sets. */
  static final int TO_SETTLE = 8;

  /**
   * To link a listener that is published, and to give its list what it is for; to take a task from
   * its pool, and to bring those that have arrived there into its queue.
   */
  static final int TO_ENTER = 24;

  /** To run a task in place, apart from what its body needs, and to complete it. */
  static final int TO_RUN = 64;

  /**
   * To interrupt or unpark a virtual thread, or to start a worker: the scheduler may have to make
   * another carrier for it, and a virtual thread that is lost on the way never runs again.
   */
  static final int TO_WAKE = 128;

  private StackHeadroom() {}

  /**
   * Returns if there is room for as much as {@code frames} says.
   *
   * @throws StackOverflowError if not; nothing has happened yet
   */
  static void require(int frames) {
    long unused = descend(frames, 1, 2, 3, 5, 8, 13);
  }

  /** Its arguments live across the call: that is what makes the frame large. */
  private static long descend(int frames, long a, long b, long c, long d, long e, long f) {
    return frames == 0 ? a : descend(frames - 1, b, c, d, e, f, a + b) + (a ^ b ^ c ^ d ^ e ^ f);
  }
}
