package dev.gauntlet.locking;

import java.lang.System.Logger.Level;

/**
 * What the executor has to tell an operator. The texts are made when this class is loaded: where
 * the heap ends, no string constant can be had for the first time (R19).
 */
enum Diagnostics {
  BROKEN("an initializer failed; the executor is broken"),
  CALLBACKS_NOT_RUN("the callbacks of refused tasks could not be run"),
  ERROR_OUTSIDE_A_TASK("a worker met an error outside a task, and goes on"),
  HANDLER_THREW("an uncaught-exception handler threw"),
  NOT_INTERRUPTED("a thread could not be interrupted"),
  NOT_STARTED("a worker could not be started; the pool has fewer than configured"),
  WAITER_THREW("a waiter threw although it must not; the other ones are told");

  private final String text;

  Diagnostics(String text) {
    this.text = text;
  }

  /**
   * Logs a warning; never throws, whatever the logger does. The logger is no constant: an
   * initialisation that fails, as at the end of a stack, would be the last one.
   */
  void warn(Throwable cause) {
    try {
      System.getLogger("dev.gauntlet.locking").log(Level.WARNING, text, cause);
    } catch (Throwable loggerFailure) {
      // Nobody is left to tell, and the caller must go on.
    }
  }
}
