package dev.gauntlet.benchmarks;

/** A subject lost a task, mixed up results or leaked an interrupt: its speed is of no interest. */
public final class WrongAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongAnswerException(String message) {
    super(message);
  }
}
