package dev.gauntlet;

/**
 * Thrown by an iterator over futures whose caller was interrupted while it waited. The caller's
 * interrupt flag is set (I7), nothing was cancelled, and the iterator stays usable.
 */
public final class FuturesInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with the interrupt that caused it. */
  public FuturesInterruptedException(InterruptedException cause) {
    super("interrupted while waiting for a future", cause);
  }
}
