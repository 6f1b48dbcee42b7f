package dev.gauntlet.lockfree;

/** Room on the stack for steps that its end must not cut short. */
final class StackRoom {
  /*
   * A StackOverflowError is raised where a method begins. Who has gone down many frames and come
   * back knows that fewer frames than that will not raise it; and if there is no room, the error is
   * raised here, before anything was changed. A frame is some 16 bytes when compiled and some 80
   * when interpreted. For steps that are slow anyway: it costs a nanosecond or two a frame.
   */

  /** For calls that may have to be linked, which the virtual machine does on the same stack. */
  private static final int WIDE = 512;

  /** For a few calls that have been made before. */
  private static final int NARROW = 96;

  private StackRoom() {}

  /**
   * Returns if there is room for calls some of which may be the first of their kind.
   *
   * @throws StackOverflowError if there is not
   */
  static void requireWide() {
    int unused = descend(WIDE);
  }

  /**
   * Returns if there is room for a few calls.
   *
   * @throws StackOverflowError if there is not
   */
  static void require() {
    int unused = descend(NARROW);
  }

  private static int descend(int frames) {
    return frames == 0 ? 0 : descend(frames - 1) + 1;
  }
}
