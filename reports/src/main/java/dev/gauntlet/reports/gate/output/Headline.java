package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The verdict on the whole in one line. */
final class Headline {
  private static final List<Verdict> ORDER = List.of(Verdict.values()).reversed();

  private Headline() {}

  static String of(GateReport report) {
    return "gate: " + word(report.verdict()) + " (" + counts(report) + ")" + ended(report);
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case IMPROVED, PASS, SLOWER_WITHIN_MARGIN -> "PASS";
      case UNDECIDED -> "UNDECIDED";
      case INCOMPLETE -> "INCOMPLETE";
      case ENV_UNFIT -> "MACHINE UNFIT";
      case REGRESSED -> "REGRESSED";
      case FAILED -> "FAILED";
    };
  }

  private static String counts(GateReport report) {
    Map<Verdict, Long> counts = report.counts();
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : ORDER) {
      Long count = counts.get(verdict);
      if (count != null) {
        parts.add(count + " " + Finding.word(verdict));
      }
    }
    return parts.isEmpty() ? "nothing was gated" : String.join(", ", parts);
  }

  private static String ended(GateReport report) {
    GateEnd end = report.log().end();
    if (end == null) {
      return "; the run is not finished";
    }
    return switch (end.reason()) {
      case DONE -> "";
      case TIME_BOX -> "; the time was up";
      case INTERRUPTED -> "; interrupted";
    };
  }
}
