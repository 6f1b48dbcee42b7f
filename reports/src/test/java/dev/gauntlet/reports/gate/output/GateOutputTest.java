package dev.gauntlet.reports.gate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.export.TextStyle;
import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateFailure;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.SampleLogs;
import dev.gauntlet.reports.gate.Stage;
import dev.gauntlet.reports.gate.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same log in every form; names in it may hold anything. */
class GateOutputTest {
  private static final String EVIL = "x.Y.a|b<script>\u001b[31m&@everyone\u202e\n::error::z";
  private static final String AGAIN = "gauntlet gate --base a.jar --candidate b.jar --seed 42";

  /** The first row does not change, the second is half as slow again, the third has failed. */
  private static GateLog log(String... benchmarks) {
    GateHeader header = SampleLogs.header(benchmarks);
    List<GateFork> forks = new ArrayList<>();
    for (int pair = 0; pair < 24; pair++) {
      double noise = 1 + 0.001 * (pair % 5);
      forks.add(SampleLogs.fork(0, pair, Arm.BASE, 100));
      forks.add(SampleLogs.fork(0, pair, Arm.CANDIDATE, 100 * noise));
      forks.add(SampleLogs.fork(1, pair, Arm.BASE, 100));
      forks.add(SampleLogs.fork(1, pair, Arm.CANDIDATE, 150 * noise));
    }
    List<GateFailure> failures =
        IntStream.range(0, benchmarks.length > 2 ? 3 : 0)
            .mapToObj(pair ->
                new GateFailure(
                    2, Stage.TEST, pair, Arm.CANDIDATE, "exit \u001b code", SampleLogs.START))
            .toList();
    return new GateLog(
        header, forks, failures, new GateEnd(GateEnd.Reason.DONE, SampleLogs.START), List.of());
  }

  private static GateReport report(String... benchmarks) {
    return GateReport.of(log(benchmarks), AGAIN, null);
  }

  @Test
  void theWorstComesFirst() {
    GateReport report = report("x.Y.same", "x.Y.slower", "x.Y.failing");
    List<Verdict> verdicts = report.findings().stream().map(Finding::verdict).distinct().toList();
    assertEquals(List.of(Verdict.FAILED, Verdict.REGRESSED, Verdict.PASS), verdicts);
    assertTrue(report.hasRowOfFailures());
  }

  @Test
  void aRowWhoseBenchmarkDiffersSaysSoInEveryForm() {
    GateLog plain = log("x.Y.same", "x.Y.slower");
    GateHeader header =
        SampleLogs.withChanged(plain.header(), List.of(plain.header().rows().get(1)));
    GateReport report =
        GateReport.of(
            new GateLog(header, plain.forks(), List.of(), plain.end(), List.of()), AGAIN, null);
    assertTrue(report.isAnyBenchmarkChanged());
    assertEquals(Verdict.REGRESSED, report.verdict(), "it is judged all the same");
    for (Finding finding : report.findings()) {
      boolean changed = finding.name().contains("slower");
      assertEquals(changed, finding.benchChanged());
      assertEquals(changed, finding.words().endsWith(", BENCH_CHANGED"), finding.words());
    }
    String notice = "1 row BENCH_CHANGED, its benchmark is not the same in both jars: Y.slower";
    assertTrue(report.notices().contains(notice), report.notices().toString());
    assertTrue(GateMarkdown.of(report).contains("**REGRESSED, BENCH\\_CHANGED**"));
    assertTrue(GateText.of(report, TextStyle.plain()).contains("BENCH_CHANGED"));
    assertTrue(
        GateJunit.of(report).contains("name=\"benchmark\" value=\"BENCH_CHANGED\""),
        GateJunit.of(report));
    JsonNode json = JsonMapper.builder().build().readTree(GateJson.of(report));
    assertTrue(json.get("findings").get(0).get("benchChanged").booleanValue());
    assertFalse(GateReport.of(plain, AGAIN, null).isAnyBenchmarkChanged());
  }

  @Test
  void theTerminalGetsAtMostEightyColumnsAndNothingThatSteersIt() {
    String text = GateText.of(report(EVIL, "x.Y.slower", "x.Y.failing"), TextStyle.plain());
    text.lines()
        .filter(line -> !line.startsWith("again"))
        .forEach(line -> assertTrue(line.length() <= 80, line));
    assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')), text);
    assertTrue(text.contains("+50.3 %") || text.contains("+50.2 %"), text);
    assertTrue(text.contains("again   " + AGAIN), text);
    assertTrue(text.endsWith("gate: FAILED (1 FAILED, 1 REGRESSED, 3 pass)\n"), text);
  }

  @Test
  void markdownShowsNamesAsTheyAreAndFoldsTheMachine() {
    String markdown = GateMarkdown.of(report(EVIL, "x.Y.slower", "x.Y.failing"));
    assertTrue(markdown.startsWith(GateMarkdown.MARKER + "\n**gate: FAILED"), markdown);
    assertFalse(markdown.contains("<script>") || markdown.contains("@everyone"), markdown);
    assertTrue(markdown.contains("a\\|b&lt;script&gt;"), markdown);
    assertTrue(markdown.indexOf("**REGRESSED**") < markdown.indexOf("| pass |"), markdown);
    assertTrue(markdown.contains("<details><summary>Machine and settings</summary>"), markdown);
    assertTrue(markdown.contains("    " + AGAIN + "\n"), markdown);
    assertTrue(markdown.contains("1 row only in the base, not gated: B.removed"), markdown);
  }

  @Test
  void longMarkdownLosesItsGoodEndAlone() {
    String[] names =
        IntStream.range(0, 1500)
            .mapToObj(i -> "x.Y.benchmark" + "n".repeat(60) + i)
            .toArray(String[]::new);
    String markdown = GateMarkdown.of(report(names));
    assertTrue(markdown.length() <= GateMarkdown.LIMIT, () -> "" + markdown.length());
    assertTrue(markdown.contains("**REGRESSED**"), "what is bad is shown");
    assertTrue(markdown.contains(" more, "), "it says that something is left out");
    assertTrue(markdown.contains(AGAIN), "the end is there");
  }

  @Test
  void junitSaysWhatIsARegressionAndWhatIsAnError() throws Exception {
    String xml = GateJunit.of(report(EVIL, "x.Y.slower", "x.Y.failing"));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Element failure = (Element) document.getElementsByTagName("failure").item(0);
    assertEquals("regression", failure.getAttribute("type"));
    assertEquals(1, document.getElementsByTagName("failure").getLength());
    assertEquals(1, document.getElementsByTagName("error").getLength());
    NodeList cases = document.getElementsByTagName("testcase");
    assertEquals(5, cases.getLength());
    assertEquals("x.Y", ((Element) failure.getParentNode()).getAttribute("classname"));
  }

  @Test
  void anUndecidedRowIsSkippedWithWhatItCouldHide() {
    GateHeader header = SampleLogs.header("x.Y.noisy");
    List<GateFork> forks = new ArrayList<>();
    for (int pair = 0; pair < 24; pair++) {
      forks.add(SampleLogs.fork(0, pair, Arm.BASE, 100));
      forks.add(SampleLogs.fork(0, pair, Arm.CANDIDATE, 103 + (pair % 2 == 0 ? pair : -pair)));
    }
    GateLog log = new GateLog(header, forks, List.of(), null, List.of());
    String xml = GateJunit.of(GateReport.of(log, AGAIN, null));
    assertTrue(xml.contains("<skipped message=\"could hide up to +"), xml);
  }

  @Test
  void jsonHasEveryFindingWithItsNumbers() {
    JsonNode json =
        JsonMapper.builder()
            .build()
            .readTree(GateJson.of(report("x.Y.same", "x.Y.slower", "x.Y.failing")));
    assertEquals("FAILED", json.path("verdict").asString());
    assertEquals(5, json.path("findings").size());
    JsonNode slower = json.path("findings").get(1);
    assertEquals(0.5, slower.path("estimate").asDouble(), 0.01);
    assertTrue(slower.path("lower").asDouble() > 0.02);
    assertEquals("DONE", json.path("end").asString());
  }

  @Test
  void annotationsAreTheBadRowsEachOnOneLine() {
    String lines = GateAnnotations.of(report("x.Y.same", EVIL, "x.Y.failing"));
    assertEquals(2, lines.lines().count());
    assertTrue(lines.lines().allMatch(line -> line.startsWith("::error title=")), lines);
  }
}
