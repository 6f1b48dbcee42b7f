package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.gate.Verdict;
import java.util.stream.Collectors;

/** The worst findings as annotations that GitHub shows beside a change; it takes ten a step. */
public final class GateAnnotations {
  private static final int MOST = 10;

  private GateAnnotations() {}

  /** The lines to print; empty when nothing is bad. */
  public static String of(GateReport report) {
    return report.findings().stream()
        .filter(finding -> finding.verdict().compareTo(Verdict.ENV_UNFIT) >= 0)
        .limit(MOST)
        .map(GateAnnotations::line)
        .collect(Collectors.joining());
  }

  private static String line(Finding finding) {
    return "::error title="
        + property("gauntlet gate: " + finding.name())
        + "::"
        + data(finding.score() + " " + finding.change() + ", " + finding.words())
        + "\n";
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
