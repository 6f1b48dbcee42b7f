package dev.gauntlet.lockfree;

import java.lang.System.Logger.Level;

/**
 * What the executor has to tell an operator. The texts are made when this class is loaded: where
 * the heap ends, no string constant can be had for the first time (R19).
 */
enum Diagnostics {
  BROKEN(Level.ERROR, "an initializer failed; the executor is broken"),
  CALLBACKS_NOT_KEPT(Level.WARNING, "no memory to keep callbacks until all tasks are done"),
  CALLBACKS_NOT_RUN(Level.WARNING, "the callbacks of a refused task could not be run"),
  ERROR_OUTSIDE_A_TASK(Level.ERROR, "a worker met an error outside a task, and goes on"),
  NOT_STARTED(Level.WARNING, "a worker could not be started; the pool goes on with fewer"),
  WORKER_FAILED(Level.ERROR, "a worker failed and is replaced");

  private static final System.Logger LOG = System.getLogger("dev.gauntlet");

  private final Level level;
  private final String text;

  Diagnostics(Level level, String text) {
    this.level = level;
    this.text = text;
  }

  /** Loads this class: where the heap ends, that is too late. */
  static void load() {}

  /** Logs; a logger that fails must not fail a submission. */
  void log(Throwable thrown) {
    try {
      LOG.log(level, text, thrown);
    } catch (Throwable loggerFailure) {
      // Nobody is left to tell.
    }
  }
}
