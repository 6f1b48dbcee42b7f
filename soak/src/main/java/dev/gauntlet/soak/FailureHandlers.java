package dev.gauntlet.soak;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stands where failures end up that nobody waits for: the default uncaught-exception handler, and
 * the log of the implementations. Both lead to the books of the present epoch.
 */
final class FailureHandlers implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger("dev.gauntlet");

  private final @Nullable UncaughtExceptionHandler former =
      Thread.getDefaultUncaughtExceptionHandler();
  private final boolean toParents = LOGGER.getUseParentHandlers();
  private final LogWatch logWatch = new LogWatch();
  private volatile @Nullable Ledger ledger;
  private volatile boolean warningsExpected;

  FailureHandlers() {
    Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(logWatch);
  }

  /** From now on, failures are those of this epoch. */
  void leadTo(Ledger books, EpochPlan plan) {
    warningsExpected = !plan.isHealthy();
    ledger = books;
  }

  private void uncaught(Thread thread, Throwable failure) {
    Ledger current = ledger;
    if (current != null) {
      current.uncaught(thread, failure);
    }
  }

  @Override
  public void close() {
    Thread.setDefaultUncaughtExceptionHandler(former);
    LOGGER.removeHandler(logWatch);
    LOGGER.setUseParentHandlers(toParents);
  }

  /** An executor has nothing to complain of, except where workers cannot be had. */
  private final class LogWatch extends Handler {
    @Override
    public void publish(LogRecord entry) {
      Ledger current = ledger;
      boolean complains = entry.getLevel().intValue() >= Level.WARNING.intValue();
      if (current != null && complains && !warningsExpected) {
        current.violation("R18", "logged: " + entry.getMessage() + ": " + entry.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
