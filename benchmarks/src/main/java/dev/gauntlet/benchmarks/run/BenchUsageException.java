package dev.gauntlet.benchmarks.run;

/** What was asked for cannot be measured. The message is one line: what is wrong, what to do. */
public final class BenchUsageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line that says what is wrong and what to do
   */
  public BenchUsageException(String message) {
    super(message);
  }
}
