package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.format.CleanText;

/** A fork gave no result; the message is one line. */
final class PairForkException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  PairForkException(String message) {
    super(oneLine(message));
  }

  private static String oneLine(String text) {
    String line = CleanText.line(text).trim();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
