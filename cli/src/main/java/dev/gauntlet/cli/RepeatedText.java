package dev.gauntlet.cli;

import java.io.PrintWriter;
import java.util.List;

/** What repeated runs of the kit showed, for a terminal. */
final class RepeatedText {
  private RepeatedText() {}

  static void print(RepeatedRecord record, PrintWriter out) {
    out.printf("%-24s %6s %11s  %s%n", "subject", "runs", "tests a run", "broken");
    for (RepeatedRecord.Subject subject : record.subjects()) {
      List<RepeatedRecord.Failure> failures = subject.failures();
      out.printf(
          "%-24s %6d %11d  %s%n",
          subject.name(),
          subject.runs(),
          subject.tests(),
          failures.isEmpty() ? "nothing" : Text.count(failures.size(), "test"));
      failures.forEach(failure -> print(failure, subject.runs(), out));
    }
  }

  private static void print(RepeatedRecord.Failure failure, int runs, PrintWriter out) {
    out.printf(
        "  %s in %d of %d runs, first in run %d%s%n",
        failure.rule(),
        failure.runs(),
        runs,
        failure.firstRun(),
        failure.known() ? " (known)" : "");
    if (!failure.known() && failure.message() != null) {
      failure.message().lines().forEach(line -> out.println("    " + line));
    }
  }
}
