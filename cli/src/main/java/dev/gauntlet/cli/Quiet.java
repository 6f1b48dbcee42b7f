package dev.gauntlet.cli;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Silences what subjects print while the kit provokes them: their loggers, and the traces of
 * workers that die on purpose.
 */
final class Quiet {

  private Quiet() {}

  /**
   * Returns what an action returns, while all loggers and the default handler of uncaught
   * exceptions are silent.
   */
  static <T> T call(Supplier<T> action) {
    Logger logger = Logger.getLogger("");
    Level level = logger.getLevel();
    UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    logger.setLevel(Level.OFF);
    Thread.setDefaultUncaughtExceptionHandler((thread, expected) -> {});
    try {
      return action.get();
    } finally {
      logger.setLevel(level);
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
  }
}
