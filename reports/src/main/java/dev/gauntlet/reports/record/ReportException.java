package dev.gauntlet.reports.record;

import org.jspecify.annotations.Nullable;

/**
 * A file could not be read, written or understood.
 *
 * <p>The message is one line for the person at the terminal: it names the file (and the line, where
 * there is one), says what is wrong and, where that helps, what to do.
 */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReportException(String message) {
    this(message, null);
  }

  public ReportException(String message, @Nullable Throwable cause) {
    super(oneLine(message), cause);
  }

  private static String oneLine(String message) {
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("");
  }
}
