package dev.gauntlet.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * How far a long piece of work is: one line that is redrawn on a terminal, and in a log one line at
 * its end.
 */
final class StepProgress {
  private static final long REDRAW_NANOS = 200_000_000;

  private final PrintWriter err;
  private final String what;
  private final int steps;
  private final boolean redraws = isTerminal();
  private final long start = System.nanoTime();
  private long lastDrawn;
  private int done;

  StepProgress(PrintWriter err, String what, int steps) {
    this.err = err;
    this.what = what;
    this.steps = steps;
  }

  @SuppressWarnings("SystemConsoleNull") // since JDK 22 the console is asked, too
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && isTerminal(console) && System.getenv("CI") == null;
  }

  /** Console.isTerminal came with JDK 22; before, a console was a terminal. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }

  void step() {
    done++;
    long now = System.nanoTime();
    if (redraws && now - lastDrawn > REDRAW_NANOS) {
      lastDrawn = now;
      err.print("\r\033[2K" + line(now));
      err.flush();
    }
  }

  private String line(long now) {
    double elapsed = (now - start) / 1e9;
    long left = Math.round(elapsed / done * (steps - done));
    return String.format(
        Locale.ROOT, "%-22s %3d of %d, about %s left", what, done, steps, Text.minutes(left));
  }

  void done() {
    if (redraws) {
      err.print("\r\033[2K");
    }
    err.printf(
        Locale.ROOT,
        "%-22s %d of %d, %.1f s%n",
        what,
        done,
        steps,
        (System.nanoTime() - start) / 1e9);
    err.flush();
  }
}
