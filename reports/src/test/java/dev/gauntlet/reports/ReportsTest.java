package dev.gauntlet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.export.TextStyle;
import dev.gauntlet.reports.record.ReportException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The whole way from files to files, and what goes wrong on it. */
class ReportsTest {
  private static final CompareOptions OPTIONS = CompareOptions.defaults();

  @TempDir Path directory;

  @Test
  void thePageStandsBesideItsRunAndNeedsNothingElse() throws IOException {
    SampleRuns.ordinary().write(directory);
    SampleRuns.matrix(SampleRuns.SUBJECTS).write(directory.resolve("conform.json"));
    SampleRuns.races(SampleRuns.SUBJECTS).write(directory.resolve("stress.json"));
    assertEquals(directory.resolve("report.html"), Reports.writePage(directory));
    String page = Files.readString(directory.resolve("report.html"));
    assertTrue(page.startsWith("<!DOCTYPE html>"), page.substring(0, 40));
    assertFalse(
        page.replace("http://www.w3.org/2000/svg", "").contains("http"), "no other address");
    assertFalse(page.contains(" style=\""), "no inline style");
    assertEquals(1, page.split("<script", -1).length - 1);
    assertTrue(page.contains("breaks C1"));
    assertTrue(page.contains("Two modes: 4 forks near"));
    assertTrue(page.contains("2 races over " + SampleRuns.SUBJECTS.size() + " subjects"));
    assertTrue(page.contains("1 result is not as it should be."));
    assertTrue(page.contains("7 × lost: forbidden. It is lost."));
  }

  @Test
  void aRaceThatDidNotFitTheMachineIsNoFailureAndIsNamed() {
    SampleRuns.ordinary().write(directory);
    SampleRuns.raceOfThree().write(directory.resolve("stress.json"));
    String page = Reports.page(List.of(directory), OPTIONS);
    assertTrue(page.contains("All is as it should be."));
    assertTrue(page.contains("1 of the races was not run:"));
    assertTrue(page.contains("</span> not run here"));
    assertTrue(page.contains("needs 3 processors, and 2 are there"));
  }

  @Test
  void hostileTextIsEscapedEverywhere() {
    SampleRuns.hostile().write(directory);
    SampleRuns.matrix(SampleRuns.HOSTILE).write(directory.resolve("conform.json"));
    SampleRuns.races(SampleRuns.HOSTILE).write(directory.resolve("stress.json"));
    String page = Reports.page(List.of(directory), OPTIONS);
    assertFalse(page.contains("<script>window"), "a script from a name");
    assertFalse(page.contains("<img"), "an image from a name");
    String tags = page.replaceAll(">[^<]*<", "><");
    assertFalse(tags.contains("onerror='"), "a quote that ends an attribute");
    assertFalse(tags.contains("onmouseover='"), "a quote that ends an attribute");
    assertTrue(
        page.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t'), "a control character");
    assertFalse(page.contains("\u202E"), "an override of the reading direction");
    String table = Reports.table(directory, OPTIONS, TextStyle.forCharset("UTF-8"));
    assertTrue(table.chars().noneMatch(c -> c < ' ' && c != '\n'), "a control character");
    assertFalse(Reports.markdown(directory, OPTIONS).contains("<script>"));
  }

  @Test
  void aSecondRunIsSetAgainstTheFirst() {
    Path first = SampleRuns.ordinary().write(directory.resolve("a"));
    Path second = SampleRuns.ordinary().cpuModel("another").write(directory.resolve("b"));
    String page = Reports.page(List.of(first, second, first), OPTIONS);
    assertTrue(page.contains("Not comparable: CPU model differs: another / invented for tests"));
    assertEquals(2, page.split("Against run", -1).length - 1);
    assertTrue(
        page.contains("<th scope=\"col\">A: over jdk-fixed</th>"), "each on its own machine");
    assertTrue(
        page.contains("<th scope=\"row\">Machine</th><td>2 CPUs, another, "), "what differs");
    assertTrue(
        Reports.runsTable(List.of(first, second), OPTIONS, TextStyle.plain())
            .contains("not comparable with A: CPU model differs"));
  }

  @Test
  void threeRunsStandSideBySide() {
    Path first = SampleRuns.quick().write(directory.resolve("a"));
    Path second = SampleRuns.quick().cpuModel("another").write(directory.resolve("b"));
    String table = Reports.runsTable(List.of(first, second, first), OPTIONS, TextStyle.plain());
    assertTrue(table.contains("   not comparable with A: CPU model differs"), table);
    List<String> lines = table.lines().toList();
    int mine = lines.indexOf(lines.stream().filter(l -> l.contains("mine-a")).findFirst().get());
    assertTrue(lines.get(mine - 1).matches(" +subject +run +forks +score +/A +interval.*"), table);
    assertTrue(lines.get(mine).matches(" +mine-a +A +2 +[0-9.]+ +a *"), table);
    assertTrue(lines.get(mine + 1).matches(" +B +2 .* 1\\.00 .*not comparable"), table);
    assertTrue(lines.get(mine + 2).matches(" +C +2 .* 1\\.00 .* a +\\? undecided"), table);
    assertTrue(lines.stream().allMatch(line -> line.length() <= 80), table);
  }

  @Test
  void theHeadlineIsAnImageOfItsOwnForBothThemes() throws Exception {
    SampleRuns.ordinary().write(directory);
    String svg = Reports.svg(directory, OPTIONS);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    assertEquals("svg", root.getTagName());
    // Seven rows with three subjects of our own and the best peer.
    assertEquals(7 * 4, svg.split("class=\"mark", -1).length - 1);
    assertEquals(7, svg.split("font-weight=\"600\"", -1).length - 1);
    assertTrue(svg.contains("@media (prefers-color-scheme:dark){.c0{color:#3a7bf0}"), svg);
    assertFalse(svg.contains(" style="), "what a comment would strip");
  }

  @Test
  void aBaselineOfOnesOwnChoiceIsUsed() {
    SampleRuns.ordinary().write(directory);
    CompareOptions options = OPTIONS.withBaseline("peer-q");
    assertTrue(Reports.page(List.of(directory), options).contains("Time over the time of peer-q"));
  }

  @Test
  void mistakesAreNamedInOneLine() throws IOException {
    assertMessage("no run given", () -> Reports.page(List.of(), OPTIONS));
    Path missing = directory.resolve("missing/run.jsonl");
    assertMessage(missing + ": no such file", () -> Reports.writePage(missing));
    Path other = Files.writeString(directory.resolve("other.json"), "{\"a\":1}\n");
    assertMessage(other + ":1: ", () -> Reports.csv(other, OPTIONS));
    Path run = SampleRuns.quick().write(directory.resolve("run"));
    assertMessage(
        "baseline \"nobody\" was not measured; measured: mine-a, ",
        () -> Reports.json(run, OPTIONS.withBaseline("nobody")));
    Files.writeString(run.resolveSibling("conform.json"), "[]");
    assertMessage("conform.json: not a conformance matrix", () -> Reports.writePage(run));
    Files.delete(run.resolveSibling("conform.json"));
    Files.writeString(run.resolveSibling("stress.json"), "{}");
    assertMessage("stress.json: not a race matrix", () -> Reports.writePage(run));
    Files.delete(run.resolveSibling("stress.json"));
    assertMessage(
        "cannot write", () -> Reports.writePage(List.of(run), other.resolve("report.html")));
    Path empty = new SyntheticRun().write(directory.resolve("empty"));
    assertMessage("holds no finished fork", () -> Reports.markdown(empty, OPTIONS));
  }

  private static void assertMessage(String part, Executable executable) {
    String message = String.valueOf(assertThrows(ReportException.class, executable).getMessage());
    assertTrue(message.contains(part), message);
    assertEquals(1, message.lines().count(), message);
  }
}
