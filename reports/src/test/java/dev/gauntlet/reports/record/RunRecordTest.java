package dev.gauntlet.reports.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A record comes back as it was written, a cut-off last line is forgiven, everything else is named.
 */
class RunRecordTest {
  private static final Instant START = Instant.parse("2026-11-22T13:40:05Z");
  private static final String HEADER =
      """
      {"kind":"run","schema":1,"id":"x","startedAt":"2026-11-22T13:40:05Z","tool":"1","machine":{"os":"Linux","arch":"amd64","cpus":2},"jdk":{"vendor":"v","version":"25","vmName":"vm"},"settings":{"mode":"quick","forks":1},"somethingNew":[1]}
      """;

  @TempDir Path directory;

  private static RunHeader header() {
    return new RunHeader(
        RunHeader.SCHEMA,
        "2026-11-22T134005Z-4f1c2ab",
        START,
        "0.1.0",
        "4f1c2ab99",
        true,
        new Machine("Linux", "6.1", "amd64", "model \"x\"", 2, 1L << 34, null, "kvm"),
        new Jdk("Eclipse Adoptium", "25.0.3+9", "OpenJDK 64-Bit Server VM"),
        List.of("-Xms1g", "-Xmx1g"),
        new RunSettings("default", 5, 3, 500, 5, 500, 2, 42, List.of("gc")),
        List.of(new SubjectInfo("lockfree", "d", null, SubjectInfo.Kind.GAUNTLET)),
        List.of(
            new ScenarioInfo(
                "RoundTripLatency",
                "How long?",
                "us/op",
                "avgt",
                List.of("n"),
                List.of("C1"),
                "Limits.parkRoundTrip")),
        1,
        5);
  }

  private static ForkResult fork(int round, double score) {
    return new ForkResult(
        round,
        round,
        "RoundTripLatency",
        "lockfree",
        Map.of("n", "10"),
        1,
        "a.b.RoundTripLatency.get",
        "sample",
        "us/op",
        score,
        List.of(1.5, Double.NaN),
        Map.of("99.9", 4.25),
        Map.of("gc.alloc.rate.norm", new Metric(48.0, "B/op")),
        START.plusSeconds(round),
        1234,
        new ForkEnvironment(0.5, null, 1.25, false),
        RunRecordWriter.rawJson("{\"jmhVersion\":\"1.37\",\"score\":\"NaN\"}"));
  }

  @Test
  void everythingWrittenIsRead() {
    ForkFailure failure = new ForkFailure(1, "S", "lockfree", Map.of(), 2, "no\tworker");
    RunEnd end = new RunEnd(RunEnd.Reason.BUDGET, START.plusSeconds(9), 2);
    try (RunRecordWriter writer = RunRecordWriter.create(directory, header())) {
      writer.fork(fork(0, 2.5));
      writer.failure(failure);
      writer.fork(fork(1, Double.NaN));
      writer.end(end);
    }
    RunRecord read = RunRecordReader.readWithRawJmh(directory);
    assertEquals(
        new RunRecord(
            header(), List.of(fork(0, 2.5), fork(1, Double.NaN)), List.of(failure), end, List.of()),
        read);
    assertFalse(read.isComplete());
    assertNull(RunRecordReader.read(directory).forks().get(0).jmh());
  }

  @Test
  void linesHaveTheirKindAndOneObjectEach() throws IOException {
    try (RunRecordWriter writer = RunRecordWriter.create(directory, header())) {
      writer.fork(fork(0, Double.POSITIVE_INFINITY));
    }
    List<String> lines = Files.readAllLines(directory.resolve("run.jsonl"));
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("{\"kind\":\"run\",\"schema\":1,"), lines.get(0));
    assertTrue(lines.get(0).contains("\"startedAt\":\"2026-11-22T13:40:05Z\""), lines.get(0));
    assertTrue(lines.get(1).startsWith("{\"kind\":\"fork\","), lines.get(1));
    assertTrue(lines.get(1).contains("\"score\":\"Infinity\""), lines.get(1));
  }

  @Test
  void aCompressedRecordIsReadToo() throws IOException {
    try (RunRecordWriter writer = RunRecordWriter.create(directory, header())) {
      writer.fork(fork(0, 2.5));
    }
    Path compressed = directory.resolve("kept.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(directory.resolve("run.jsonl"), out);
    }
    assertEquals(RunRecordReader.read(directory), RunRecordReader.read(compressed));
  }

  /** The results that the documentation quotes can be opened. */
  @Test
  void storedRecordsAreReadable() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../docs/results"))) {
      List<Path> records = files.filter(file -> file.toString().endsWith(".jsonl.gz")).toList();
      assertFalse(records.isEmpty());
      records.forEach(record -> assertTrue(RunRecordReader.read(record).isComplete(), "" + record));
    }
  }

  @Test
  void aLineIsOnDiskBeforeTheNextIsWritten() {
    try (RunRecordWriter writer = RunRecordWriter.create(directory, header())) {
      writer.fork(fork(0, 1));
      assertEquals(1, RunRecordReader.read(directory).forks().size());
      assertNull(RunRecordReader.read(directory).end());
    }
  }

  @Test
  void aCutOffLastLineIsLeftOutWithAWarning() throws IOException {
    Path file = directory.resolve("run.jsonl");
    try (RunRecordWriter writer = RunRecordWriter.create(directory, header())) {
      writer.fork(fork(0, 1));
      writer.fork(fork(1, 2));
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 40));
    RunRecord read = RunRecordReader.read(file);
    assertEquals(List.of(0), read.forks().stream().map(ForkResult::round).toList());
    assertEquals(
        List.of("line 3 was cut off and is left out: the run was killed while writing it"),
        read.warnings());
  }

  @Test
  void appendingRemovesTheCutOffLineFirst() throws IOException {
    Path file = directory.resolve("run.jsonl");
    try (RunRecordWriter writer = RunRecordWriter.create(directory, header())) {
      writer.fork(fork(0, 1));
      writer.end(new RunEnd(RunEnd.Reason.INTERRUPTED, START, 1));
    }
    Files.writeString(file, "{\"kind\":\"fo", StandardOpenOption.APPEND);
    try (RunRecordWriter writer = RunRecordWriter.append(directory)) {
      writer.fork(fork(1, 2));
    }
    RunRecord read = RunRecordReader.read(file);
    assertEquals(2, read.forks().size());
    assertEquals(List.of(), read.warnings());
    assertNull(read.end(), "forks after an end mean that the run goes on");
  }

  @Test
  void aRecordIsNeverOverwritten() {
    RunRecordWriter.create(directory, header()).close();
    assertMessage(
        "run.jsonl exists already; choose another directory",
        () -> RunRecordWriter.create(directory, header()));
  }

  @Test
  void aClosedWriterRefusesToWrite() {
    RunRecordWriter writer = RunRecordWriter.create(directory, header());
    writer.close();
    writer.close();
    assertMessage("run.jsonl: already closed", () -> writer.fork(fork(0, 1)));
  }

  @Test
  void badInputIsNamedWithFileAndLine() throws IOException {
    assertBad("run.jsonl:2: not a JSON object", HEADER + "[1]\n");
    assertBad("run.jsonl:1: not a run record: the first line is not of kind \"run\"", endLine());
    assertBad("run.jsonl:2: a second line of kind \"run\"", HEADER + HEADER);
    assertBad(
        "run.jsonl:1: schema 9, but this version", HEADER.replace("schema\":1", "schema\":9"));
    assertBad("run.jsonl:3: ", HEADER + "\n{\"kind\":\"fork\",\n" + endLine());
    assertBad("run.jsonl:2: ", HEADER + "{\"kind\":\"guess\"}\n");
    assertBad("run.jsonl: not a run record: it has no complete first line", "");
    assertBad(
        "run.jsonl: not a run record: it has no complete first line", HEADER.strip().substring(9));
  }

  @Test
  void aForkWithoutItsScoreIsNoFork() throws IOException {
    String fork =
        """
        {"kind":"fork","round":0,"order":0,"scenario":"s","subject":"a","threads":1,"benchmark":"b","mode":"avgt","unit":"us/op","startedAt":"2026-11-22T13:40:05Z"}
        """;
    assertBad("score", HEADER + fork);
    Files.writeString(
        directory.resolve("run.jsonl"),
        HEADER + fork.replace("\"round\"", "\"score\":3,\"round\""));
    assertEquals(3.0, RunRecordReader.read(directory).forks().get(0).score());
    assertEquals(
        ForkEnvironment.UNKNOWN, RunRecordReader.read(directory).forks().get(0).environment());
    assertBad(
        "property \"unit\" is missing", HEADER + fork.replace("\"unit\"", "\"score\":3,\"u\""));
  }

  @Test
  void invalidUtf8IsABadLine() throws IOException {
    byte[] line =
        endLine()
            .replace("complete", "compl\u00ff")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Path file = directory.resolve("run.jsonl");
    Files.writeString(file, HEADER);
    Files.write(file, line, StandardOpenOption.APPEND);
    assertMessage("run.jsonl:2: ", () -> RunRecordReader.read(directory));
  }

  @Test
  void aMissingFileIsSaidInOneLine() {
    assertMessage(
        "run.jsonl: no such file", () -> RunRecordReader.read(directory.resolve("run.jsonl")));
    assertMessage("cannot write", () -> RunRecordWriter.append(directory));
  }

  @Test
  void theIdOfARunSortsByTimeAndNamesTheCommit() {
    assertEquals("2026-11-22T134005Z-4f1c2ab", RunRecordWriter.runId(START, "4f1c2ab991122"));
    assertEquals("2026-11-22T134005Z-nocommit", RunRecordWriter.runId(START, null));
  }

  private static String endLine() {
    return "{\"kind\":\"end\",\"reason\":\"complete\",\"endedAt\":\"2026-11-22T13:40:05Z\",\"forksDone\":0}\n";
  }

  private void assertBad(String messagePart, String content) throws IOException {
    Path file = directory.resolve("run.jsonl");
    Files.write(file, content.getBytes(UTF_8));
    assertMessage(messagePart, () -> RunRecordReader.read(directory));
  }

  private static void assertMessage(
      String part, org.junit.jupiter.api.function.Executable executable) {
    ReportException e = assertThrows(ReportException.class, executable);
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(part), message);
    assertEquals(1, message.lines().count(), message);
  }
}
