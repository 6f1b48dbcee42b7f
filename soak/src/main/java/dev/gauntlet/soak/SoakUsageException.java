package dev.gauntlet.soak;

/** A soak that cannot be: its message says what was asked for and what there is. */
public final class SoakUsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SoakUsageException(String message) {
    super(message);
  }
}
