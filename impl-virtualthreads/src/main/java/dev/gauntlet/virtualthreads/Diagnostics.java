package dev.gauntlet.virtualthreads;

import java.lang.System.Logger.Level;

/**
 * What a bounded pool has to tell an operator. The texts are made when this class is loaded: where
 * the heap ends, no string constant can be had for the first time (R19).
 */
enum Diagnostics {
  BROKEN("the initializer of a worker failed; the executor is broken"),
  CALLBACKS_NOT_CALLED("the callbacks of a task could not be called"),
  NOT_COMPLETED("a task could not be completed as usual"),
  NOT_REGISTERED("a worker could not be registered"),
  NOT_STARTED("a worker could not be started; the pool goes on with those it has");

  private static final System.Logger LOG = System.getLogger("dev.gauntlet.virtualthreads");

  private final String text;

  Diagnostics(String text) {
    this.text = text;
  }

  /** Logs a warning; a logger, or a failure that it describes, may throw: that changes nothing. */
  void warn(Throwable failure) {
    try {
      LOG.log(Level.WARNING, text, failure);
    } catch (Throwable loggerFailure) {
      // Nobody is left to tell.
    }
  }
}
