package dev.gauntlet;

/** Thrown by an iterator over futures whose time-out has passed (A5, M4). */
public final class FuturesTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** How many futures were not done when the time-out was noticed. */
  private final int unfinished;

  /** How many futures there were. */
  private final int total;

  /** Creates the exception for {@code unfinished} of {@code total} futures. */
  public FuturesTimeoutException(int unfinished, int total) {
    super(unfinished + " (of " + total + ") futures unfinished");
    this.unfinished = unfinished;
    this.total = total;
  }

  /** Returns how many futures were not done when the time-out was noticed. */
  public int unfinished() {
    return unfinished;
  }

  /** Returns how many distinct futures there were. */
  public int total() {
    return total;
  }
}
