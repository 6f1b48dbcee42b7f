package dev.gauntlet.reports.page;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.gate.ArmInfo;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.page.model.GateSection;
import dev.gauntlet.reports.page.model.Page;
import java.util.ArrayList;
import java.util.List;

/** The gates that are shown on the page of a run. */
final class Gates {
  private static final int COMMIT_DIGITS = 7;

  private final List<GateReport> reports;

  Gates(List<GateReport> reports) {
    this.reports = reports;
  }

  /** The verdicts on the whole. */
  List<Page.Card> cards() {
    return reports.stream().map(report -> new GateVerdicts(report, "").answer()).toList();
  }

  List<GateSection> sections() {
    List<GateSection> sections = new ArrayList<>();
    for (GateReport report : reports) {
      sections.add(section(report, "gate-" + (sections.size() + 1)));
    }
    return sections;
  }

  private static GateSection section(GateReport report, String id) {
    GateHeader header = report.log().header();
    GateVerdicts verdicts = new GateVerdicts(report, id);
    String title = "Gate: " + name(header.candidate()) + " against " + name(header.base());
    return new GateSection(
        id,
        title,
        verdicts.answer().headline(),
        facts(header),
        report.notices(),
        verdicts.findings(),
        verdicts.data(title + ", one line per finding"));
  }

  private static String name(ArmInfo arm) {
    return CleanText.line(arm.label());
  }

  private static List<String> facts(GateHeader header) {
    List<String> facts = new ArrayList<>();
    facts.add(
        "Measured on "
            + Headings.minute(header.startedAt())
            + ", "
            + code(header.candidate())
            + " against "
            + code(header.base())
            + ". Slower is positive, whatever the unit. The worst first.");
    facts.addAll(GateMethod.verdicts(header.settings()));
    return facts;
  }

  /** An arm with the code that it ran. */
  private static String code(ArmInfo arm) {
    String commit = arm.commit();
    return name(arm)
        + (commit == null
            ? ""
            : " at commit "
                + CleanText.line(commit)
                    .substring(0, Math.min(COMMIT_DIGITS, CleanText.line(commit).length())));
  }
}
