package dev.gauntlet.cli;

import dev.gauntlet.reports.gate.output.GateReport;

/** Exit codes of the gate; FAILED is also that of {@code bench}. */
final class GateExit {
  static final int PASS = 0;
  static final int REGRESSED = 1;
  static final int NO_ANSWER = 3;
  static final int UNFIT = 4;
  static final int FAILED = 5;

  private GateExit() {}

  /** Returns the code; what was not decided at all never passes. */
  static int of(GateReport report, boolean strict) {
    return switch (report.verdict()) {
      case FAILED -> FAILED;
      case REGRESSED -> REGRESSED;
      case ENV_UNFIT -> report.hasRowOfFailures() ? FAILED : UNFIT;
      case INCOMPLETE, UNDECIDED -> open(report, strict);
      case IMPROVED, PASS, SLOWER_WITHIN_MARGIN ->
          strict && report.isAnyBenchmarkChanged() ? NO_ANSWER : PASS;
    };
  }

  private static int open(GateReport report, boolean strict) {
    if (report.hasRowOfFailures()) {
      return FAILED;
    }
    return strict || !report.isAnythingDecided() ? NO_ANSWER : PASS;
  }
}
