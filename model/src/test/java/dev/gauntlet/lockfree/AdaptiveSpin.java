package dev.gauntlet.lockfree;

/**
 * Stands in for the class of the same name: a spin of one look, without a clock. How often a thread
 * looks makes no difference to what it can find.
 */
final class AdaptiveSpin {
  static final long LONGEST_NANOS = 0;

  interface Event {
    boolean hasCome();

    default int pauses() {
      return 1;
    }
  }

  boolean isDue() {
    return true;
  }

  boolean pays() {
    return true;
  }

  boolean await(Event event) {
    return event.hasCome();
  }
}
