package dev.gauntlet.lockfree;

/**
 * How long a worker keeps off where others are at work: the longer, the more often in a row that
 * was right. Confined to the worker.
 */
final class Backoff {
  static final int LEAST = 64;
  static final int MOST = 512;

  private int pauses;

  /** Returns for how many pauses it keeps off at present. */
  int pauses() {
    return pauses;
  }

  void pause() {
    Parking.pause(pauses);
  }

  void lengthen() {
    pauses = Math.clamp(2L * pauses, LEAST, MOST);
  }

  void shorten() {
    pauses /= 2;
  }

  void reset() {
    pauses = 0;
  }
}
