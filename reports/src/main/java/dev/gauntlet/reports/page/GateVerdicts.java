package dev.gauntlet.reports.page;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.gate.Verdict;
import dev.gauntlet.reports.gate.output.Finding;
import dev.gauntlet.reports.gate.output.GateCsv;
import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.gate.output.Percent;
import dev.gauntlet.reports.page.model.GateFindings;
import dev.gauntlet.reports.page.model.Page;
import java.util.List;

/** The verdicts of a gate: on the whole, and on every row. */
final class GateVerdicts {
  private static final int NAMED = 5;

  private final GateReport report;
  private final String id;

  /**
   * @param id what the ids of its parts begin with, unique on the page
   */
  GateVerdicts(GateReport report, String id) {
    this.report = report;
    this.id = id;
  }

  Page.Card answer() {
    String tone = tone(report.verdict());
    String glyph = tone.equals("good") ? "✓" : tone.equals("bad") ? Words.BROKEN_GLYPH : "?";
    return new Page.Card(tone, glyph, report.headline(), regressions());
  }

  GateFindings findings() {
    return new GateFindings(
        report.findings().stream().map(GateVerdicts::line).toList(),
        new GateCharts(report, id).all());
  }

  Page.DataBlock data(String title) {
    return new Page.DataBlock(
        "data-" + id, title, id + ".csv", CleanText.block(GateCsv.of(report)));
  }

  private static String tone(Verdict verdict) {
    return switch (verdict) {
      case IMPROVED, PASS, SLOWER_WITHIN_MARGIN -> "good";
      case UNDECIDED, INCOMPLETE, ENV_UNFIT -> "warn";
      case REGRESSED, FAILED -> "bad";
    };
  }

  /** The rows behind a bad verdict by name; a reader should not have to search for them. */
  private List<String> regressions() {
    return report.findings().stream()
        .filter(finding -> tone(finding.verdict()).equals("bad"))
        .limit(NAMED)
        .map(finding ->
            finding.name() + ", " + finding.score() + ": " + change(finding) + range(finding))
        .toList();
  }

  static String change(Finding finding) {
    return finding.change().replace("->", "→");
  }

  private static String range(Finding finding) {
    return finding.interval().isEmpty() ? "" : " (" + interval(finding) + ")";
  }

  /** One look may bound a change on one side alone. */
  private static String interval(Finding finding) {
    if (finding.interval().isEmpty() || (finding.lower() != null && finding.upper() != null)) {
      return finding.interval();
    }
    return finding.lower() == null
        ? "at most " + Percent.change(finding.upper())
        : "at least " + Percent.change(finding.lower());
  }

  private static GateFindings.Line line(Finding finding) {
    return new GateFindings.Line(
        finding.name(),
        finding.score(),
        change(finding),
        interval(finding),
        cellTone(finding.verdict()),
        finding.words(),
        pairs(finding));
  }

  private static String cellTone(Verdict verdict) {
    return switch (verdict) {
      case IMPROVED -> "good";
      case PASS, SLOWER_WITHIN_MARGIN -> "";
      case UNDECIDED, INCOMPLETE, ENV_UNFIT -> "undecided";
      case REGRESSED, FAILED -> "broken";
    };
  }

  private static String pairs(Finding finding) {
    StringBuilder pairs = new StringBuilder(String.valueOf(finding.pairs()));
    if (finding.dropped() > 0) {
      pairs.append(", ").append(finding.dropped()).append(" dropped");
    }
    if (finding.failed() > 0) {
      pairs.append(", ").append(finding.failed()).append(" failed");
    }
    return pairs.toString();
  }
}
