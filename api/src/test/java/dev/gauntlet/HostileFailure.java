package dev.gauntlet;

/** A failure that nobody may ask anything. */
final class HostileFailure extends Exception {
  private static final long serialVersionUID = 1L;

  @Override
  public String getMessage() {
    throw new IllegalStateException("asked for its message");
  }

  @Override
  public String toString() {
    throw new IllegalStateException("asked for its text");
  }
}
