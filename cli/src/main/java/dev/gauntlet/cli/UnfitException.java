package dev.gauntlet.cli;

import org.jspecify.annotations.Nullable;

/** The machine cannot be measured on; the message is one line. */
final class UnfitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfitException(@Nullable String message) {
    super(message);
  }
}
