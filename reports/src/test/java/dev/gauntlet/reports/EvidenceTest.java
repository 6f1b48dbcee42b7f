package dev.gauntlet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.gate.SampleReports;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.ReportException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside a run record and is shown on its page. */
class EvidenceTest {
  private static final String BREAKS = "breaks C1";

  @TempDir Path directory;
  private Path record;

  @BeforeEach
  void run() {
    record = SampleRuns.ordinary().write(directory);
  }

  private String page(Path... gates) throws IOException {
    Path page = directory.resolve("report.html");
    Reports.writePage(List.of(record), List.of(gates), page, CompareOptions.defaults());
    return Files.readString(page);
  }

  @Test
  void aGateBesideTheRunIsAnsweredFirstAndShownRowByRow() throws IOException {
    SampleReports.writeMixed(directory.resolve("gate.jsonl"));
    String page = page();
    int card = page.indexOf("gate: REGRESSED (1 REGRESSED, ");
    assertTrue(card > 0 && card < page.indexOf("id=\"speed\""), "a card before the numbers");
    String section =
        page.substring(page.indexOf("<h2 id=\"gate-1\">Gate: change against main</h2>"));
    assertTrue(section.contains("<th scope=\"row\">Parser.slower</th>"), section);
    assertTrue(section.contains("proved to be slower by more than 2 %"), section);
    assertTrue(section.contains("Line: the margin of 5 %."), section);
    assertEquals(4, count(section, "class=\"mark"), "a mark a row");
    assertEquals(4, count(section, "class=\"interval"), "an interval a row");
    assertTrue(section.contains("data-file=\"gate-1.csv\""), section);
    assertFalse(page.contains("<script>alert"), "a name is text");
  }

  @Test
  void gatesThatAreNamedAreShownToo() throws IOException {
    assertFalse(page().contains("id=\"gate-1\""), "there is none yet");
    SampleReports.writeMixed(directory.resolve("gate.jsonl"));
    Path another = directory.resolve("another.jsonl");
    SampleReports.writeMixed(another);
    String page = page(another, directory);
    assertTrue(page.contains("id=\"gate-1\"") && page.contains("id=\"gate-2\""), page);
    assertFalse(page.contains("id=\"gate-3\""), "the folder of the run is no gate of its own");
  }

  @Test
  void whatIsNoLogOfAGateIsNamed() throws IOException {
    String message =
        String.valueOf(assertThrows(ReportException.class, () -> page(record)).getMessage());
    assertTrue(message.startsWith(record + ":1: "), message);
    Path calibration = directory.resolve("calibration.jsonl");
    SampleReports.writeMixed(calibration);
    Files.writeString(
        calibration, Files.readString(calibration).replace("\"GATE\"", "\"CALIBRATE\""));
    message =
        String.valueOf(assertThrows(ReportException.class, () -> page(calibration)).getMessage());
    assertEquals(calibration + ": the log of a calibration, which judges nothing", message);
  }

  @Test
  void aRecordWithANameOfItsOwnHasCompanionsOfItsOwn() throws IOException {
    Path stored = directory.resolve("monday.jsonl");
    Files.move(record, stored);
    record = stored;
    compressed(
        directory.resolve("tuesday-conform.json.gz"), SampleRuns.matrix(SampleRuns.SUBJECTS));
    assertFalse(page().contains(BREAKS), "it belongs to another record");
    compressed(directory.resolve("monday-conform.json.gz"), SampleRuns.matrix(SampleRuns.SUBJECTS));
    assertTrue(page().contains(BREAKS));
  }

  /** The page that the README shows answers which rules are broken. */
  @Test
  void theStoredRunHasItsRules() {
    String page = Reports.page(List.of(StoredRun.record()), CompareOptions.defaults());
    assertFalse(page.contains("not checked"), "every subject of the run was asked");
    assertTrue(page.contains("keeps all 200"), page);
  }

  private static void compressed(Path file, ConformanceMatrix matrix) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(matrix.toJson().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
