package dev.gauntlet.benchmarks.run;

import java.util.HashSet;
import java.util.Set;

/** A fork gave no result; the message is one line. */
final class ForkFailedException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  ForkFailedException(String message) {
    super(oneLine(message));
  }

  /** Says what lies at the bottom of an exception of JMH, which wraps and suppresses. */
  static ForkFailedException because(Throwable failure) {
    Throwable root = root(failure, new HashSet<>());
    String message = root.getMessage();
    String type = root.getClass().getSimpleName();
    return new ForkFailedException(message == null ? type : type + ": " + message);
  }

  private static Throwable root(Throwable failure, Set<Throwable> seen) {
    Throwable deeper =
        failure.getCause() != null
            ? failure.getCause()
            : failure.getSuppressed().length > 0 ? failure.getSuppressed()[0] : null;
    return deeper != null && seen.add(deeper) ? root(deeper, seen) : failure;
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").trim();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
