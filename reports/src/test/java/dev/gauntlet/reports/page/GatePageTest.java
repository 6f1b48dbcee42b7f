package dev.gauntlet.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.gate.SampleReports;
import dev.gauntlet.reports.gate.output.Finding;
import dev.gauntlet.reports.gate.output.GateCsv;
import dev.gauntlet.reports.gate.output.GateReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatePageTest {
  private final GateReport report = SampleReports.mixed();
  private final String page = GatePageWriter.render(report);

  @Test
  void everyFindingIsALineWithItsVerdict() {
    for (Finding finding : report.findings()) {
      assertTrue(page.contains(">" + GateVerdicts.change(finding) + "</td>"), finding.toString());
    }
    assertEquals(report.findings().size(), count("<tr><th scope=\"row\">"));
    assertTrue(page.contains(report.headline()));
  }

  @Test
  void theRegressedRowIsNamedFirst() {
    int answer = page.indexOf("class=\"card bad\"");
    int named = page.indexOf("<li>Parser.slower, median: +", answer);
    assertTrue(answer > 0 && named > answer && named < page.indexOf("id=\"findings\""), page);
  }

  @Test
  void namesAreTextAndNothingElse() {
    assertFalse(page.contains("<script>alert"), page);
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
    assertFalse(page.contains("\u001b") || page.contains("\u202e"), page);
  }

  @Test
  void theCsvHasOneLineAFindingAndNoFormula() {
    List<String> lines = GateCsv.of(report).lines().toList();
    assertEquals(1 + report.findings().size(), lines.size());
    assertTrue(
        lines.get(1).matches("a.Parser.slower,avgt,n=10,1,median,regressed,0\\.(29|30|31).*"),
        lines.get(1));
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("=")), lines.toString());
  }

  private int count(String part) {
    return page.split(part, -1).length - 1;
  }
}
