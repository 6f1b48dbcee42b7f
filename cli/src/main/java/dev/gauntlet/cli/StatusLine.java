package dev.gauntlet.cli;

import java.io.Console;
import java.io.PrintWriter;

/**
 * The last line of a terminal, drawn over and over; a log, where nothing is drawn over, has none.
 */
final class StatusLine {
  private static final String CLEAR = "\r\033[2K";
  private static final int WIDTH = 79;

  private final PrintWriter err;
  private final boolean drawn = isTerminal();

  StatusLine(PrintWriter err) {
    this.err = err;
  }

  /** Returns whether the line is drawn at all. */
  boolean isDrawn() {
    return drawn;
  }

  void draw(String text) {
    if (drawn) {
      err.print(CLEAR + Text.cut(text, WIDTH));
      err.flush();
    }
  }

  /** Takes the line away, so that others can print. */
  void clear() {
    if (drawn) {
      err.print(CLEAR);
    }
  }

  @SuppressWarnings("SystemConsoleNull") // since JDK 22 the console is asked, too
  private static boolean isTerminal() {
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
}
