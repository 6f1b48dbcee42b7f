package dev.gauntlet.reports.page;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.page.model.GatePage;
import dev.gauntlet.reports.page.model.Page;
import java.util.List;

/** Renders a gate's report as one self-contained HTML page. */
public final class GatePageWriter {
  private GatePageWriter() {}

  /** The page. */
  public static String render(GateReport report) {
    return Templates.render("gate.jte", page(report));
  }

  private static GatePage page(GateReport report) {
    GateHeader header = report.log().header();
    GateVerdicts verdicts = new GateVerdicts(report, "gate");
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
        verdicts.answer(),
        report.notices(),
        verdicts.findings(),
        report.environment(),
        report.visibility(),
        CleanText.line(report.reproduce()),
        GateMethod.paragraphs(header.settings()),
        verdicts.data("One line per finding"));
  }
}
