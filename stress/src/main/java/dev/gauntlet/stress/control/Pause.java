package dev.gauntlet.stress.control;

/** Widens the window between two steps, so that a control shows its bug within seconds. */
public final class Pause {
  private static final int ROUNDS = 10;
  private static final int START = 27;

  private Pause() {}

  /**
   * Computes for some thousand cycles without touching memory: what the compiler may reorder or
   * reuse around it stays so.
   *
   * @return a number of 1 or more, of which the compiler does not know that
   */
  public static int shortly() {
    int steps = 1;
    for (int round = 0; round < ROUNDS; round++) {
      steps += briefly();
    }
    return steps;
  }

  /** Does a tenth of it. */
  public static int briefly() {
    int steps = 1;
    for (int n = START; n > 1; steps++) {
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    }
    return steps;
  }
}
