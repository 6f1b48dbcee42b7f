package dev.gauntlet.stress.run;

import org.jspecify.annotations.Nullable;

/** Says in one line why the races could not be run to their end. */
public final class StressFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StressFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
