package dev.gauntlet.soak;

/** Something that the epoch waits for does not come. */
final class HungException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HungException(String message) {
    super(message);
  }
}
