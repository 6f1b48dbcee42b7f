package dev.gauntlet;

import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The executor is broken for good: its initializer failed. Thrown by submissions, and the failure
 * of every future that was pending when it broke, a new instance for each (B2, B5, R22).
 */
public final class BrokenExecutorException extends RejectedExecutionException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; {@code cause} is what the initializer threw. */
  public BrokenExecutorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
