package dev.gauntlet.reports.page;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.Verdict;
import dev.gauntlet.reports.gate.output.Finding;
import dev.gauntlet.reports.gate.output.GateCsv;
import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.page.model.GatePage;
import dev.gauntlet.reports.page.model.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Renders a gate's report as one self-contained HTML page. */
public final class GatePageWriter {
  private GatePageWriter() {}

  /** The page. */
  public static String render(GateReport report) {
    return Templates.render("gate.jte", page(report));
  }

  private static GatePage page(GateReport report) {
    GateHeader header = report.log().header();
    return new GatePage(
        Html.raw(StyleSheet.css()),
        Html.raw(StyleSheet.script()),
        new Page.Header(
            CleanText.line(header.candidate().label()),
            "against " + CleanText.line(header.base().label()),
            List.of(
                "gate of " + Headings.minute(header.startedAt()),
                CleanText.line(header.jdk().vendor() + " " + header.jdk().version()),
                header.machine().cpus() + (header.machine().cpus() == 1 ? " CPU" : " CPUs"))),
        answer(report),
        report.notices(),
        report.findings().stream().map(GatePageWriter::line).toList(),
        new GateCharts(report).all(),
        report.environment(),
        report.visibility(),
        CleanText.line(report.reproduce()),
        GateMethod.paragraphs(header.settings()),
        new Page.DataBlock(
            "data-gate", "One line per finding", "gate.csv", CleanText.block(GateCsv.of(report))));
  }

  private static Page.Card answer(GateReport report) {
    Verdict verdict = report.verdict();
    String tone = tone(verdict);
    String glyph = tone.equals("good") ? "✓" : tone.equals("bad") ? Words.BROKEN_GLYPH : "?";
    return new Page.Card(tone, glyph, report.headline(), details(report));
  }

  private static String tone(Verdict verdict) {
    return switch (verdict) {
      case IMPROVED, PASS, SLOWER_WITHIN_MARGIN -> "good";
      case UNDECIDED, INCOMPLETE, ENV_UNFIT -> "warn";
      case REGRESSED, FAILED -> "bad";
    };
  }

  /** The rows behind a bad verdict by name; a reader should not have to search for them. */
  private static List<String> details(GateReport report) {
    return report.findings().stream()
        .filter(finding -> tone(finding.verdict()).equals("bad"))
        .limit(5)
        .map(finding ->
            finding.name() + ", " + finding.score() + ": " + change(finding) + range(finding))
        .collect(Collectors.toList());
  }

  static String change(Finding finding) {
    return finding.change().replace("->", "→");
  }

  private static String range(Finding finding) {
    return finding.interval().isEmpty() ? "" : " (" + finding.interval() + ")";
  }

  private static GatePage.Line line(Finding finding) {
    return new GatePage.Line(
        finding.name(),
        finding.score(),
        change(finding),
        finding.interval(),
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
