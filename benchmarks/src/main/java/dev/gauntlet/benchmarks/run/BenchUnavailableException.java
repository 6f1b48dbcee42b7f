package dev.gauntlet.benchmarks.run;

/** The machine cannot measure now; the message is one line. */
public final class BenchUnavailableException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line that says what is in the way
   */
  public BenchUnavailableException(String message) {
    super(message);
  }
}
