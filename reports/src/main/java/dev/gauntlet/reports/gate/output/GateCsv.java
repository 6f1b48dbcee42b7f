package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.export.Csv;
import dev.gauntlet.reports.gate.GateRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A gate's report as CSV, one line per finding, the worst first. Changes are fractions. */
public final class GateCsv {
  private static final List<String> COLUMNS =
      List.of(
          "benchmark",
          "mode",
          "params",
          "threads",
          "score",
          "verdict",
          "change",
          "change_low",
          "change_high",
          "pairs",
          "dropped",
          "failed",
          "bench_changed");

  private GateCsv() {}

  /** The report with a header line; an absent number is an empty field. */
  public static String of(GateReport report) {
    StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
    report.findings().forEach(finding -> text.append(line(finding)));
    return text.toString();
  }

  private static String line(Finding finding) {
    GateRow row = finding.row();
    return Csv.line(
        Arrays.asList(
            row.benchmark(),
            row.mode(),
            Csv.params(row.params()),
            row.threads(),
            finding.score(),
            finding.verdict().name().toLowerCase(Locale.ROOT),
            finding.estimate(),
            finding.lower(),
            finding.upper(),
            finding.pairs(),
            finding.dropped(),
            finding.failed(),
            finding.benchChanged()));
  }
}
