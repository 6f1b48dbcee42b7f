package dev.gauntlet.stress.run;

/** Says in one line what is wrong with the choice of races. */
public final class StressUsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StressUsageException(String message) {
    super(message);
  }
}
