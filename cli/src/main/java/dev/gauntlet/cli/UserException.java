package dev.gauntlet.cli;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A mistake of the user: its message is one line that says what is wrong and what to do. */
final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserException(@Nullable String message) {
    super(message);
  }

  /** Returns the exception for a name that does not exist, with the names that do. */
  static UserException unknown(String kind, String name, Collection<String> known) {
    return new UserException("unknown " + kind + " '" + name + "'; there " + list(kind, known));
  }

  private static String list(String kind, Collection<String> known) {
    return known.isEmpty() ? "is no " + kind : "are " + String.join(", ", known);
  }
}
