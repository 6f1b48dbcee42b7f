package dev.gauntlet.locking;

import java.lang.System.Logger.Level;

/** What the executor has to tell an operator. */
final class Diagnostics {
  private Diagnostics() {}

  /**
   * Logs a warning; never throws, whatever the logger does. The logger is no constant: an
   * initialisation that fails, as at the end of a stack, would be the last one.
   */
  static void warn(String message, Throwable cause) {
    try {
      System.getLogger("dev.gauntlet.locking").log(Level.WARNING, message, cause);
    } catch (Throwable loggerFailure) {
      // Nobody is left to tell, and the caller must go on.
    }
  }
}
