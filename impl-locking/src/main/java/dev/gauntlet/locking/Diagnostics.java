package dev.gauntlet.locking;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What the executor has to tell an operator. */
final class Diagnostics {
  private static final Logger LOG = System.getLogger("dev.gauntlet.locking");

  private Diagnostics() {}

  /** Logs a warning; never throws, whatever the logger does. */
  static void warn(String message, Throwable cause) {
    try {
      LOG.log(Level.WARNING, message, cause);
    } catch (Throwable loggerFailure) {
      // Nobody is left to tell, and the caller must go on.
    }
  }
}
