package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.record.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gate log comes back as it was written; what a killed run leaves is forgiven, no more. */
class GateLogTest {
  private static final GateHeader HEADER = SampleLogs.header("a.B.one", "a.B.two");

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("deeper").resolve("gate.jsonl");
  }

  private static GateFailure failure(int row, int pair, Arm arm) {
    return new GateFailure(row, Stage.TEST, pair, arm, "exit code 1", SampleLogs.START);
  }

  @Test
  void everythingWrittenIsRead() {
    GateFork fork = SampleLogs.fork(0, 0, Arm.BASE, Double.NaN);
    GateEnd end = new GateEnd(GateEnd.Reason.TIME_BOX, SampleLogs.START.plusSeconds(9));
    try (GateLogWriter writer = GateLogWriter.create(file, HEADER)) {
      writer.fork(fork);
      writer.failure(failure(1, 0, Arm.CANDIDATE));
      writer.end(end);
    }
    assertEquals(
        new GateLog(HEADER, List.of(fork), List.of(failure(1, 0, Arm.CANDIDATE)), end, List.of()),
        GateLogReader.readWithRawJmh(file));
    assertNull(GateLogReader.read(file).forks().get(0).jmh());
  }

  @Test
  void forksAfterAnEndTakeItBack() {
    GateLogWriter.create(file, HEADER).close();
    try (GateLogWriter writer = GateLogWriter.append(file)) {
      writer.end(new GateEnd(GateEnd.Reason.INTERRUPTED, SampleLogs.START));
      writer.fork(SampleLogs.fork(0, 0, Arm.BASE, 1));
    }
    assertNull(GateLogReader.read(file).end());
  }

  @Test
  void aCutOffLineIsLeftOutAndOverwritten() throws IOException {
    try (GateLogWriter writer = GateLogWriter.create(file, HEADER)) {
      writer.fork(SampleLogs.fork(0, 0, Arm.BASE, 1));
    }
    Files.writeString(file, "{\"kind\":\"fork\",\"row\":0,\"st", StandardOpenOption.APPEND);
    GateLog cut = GateLogReader.read(file);
    assertEquals(1, cut.forks().size());
    assertTrue(cut.warnings().get(0).startsWith("line 3 was cut off"), cut.warnings().toString());
    try (GateLogWriter writer = GateLogWriter.append(file)) {
      writer.fork(SampleLogs.fork(0, 0, Arm.CANDIDATE, 1));
    }
    assertEquals(List.of(), GateLogReader.read(file).warnings());
    assertEquals(2, GateLogReader.read(file).forks().size());
  }

  @Test
  void ofTwoForksOfOneArmTheLaterCounts() {
    try (GateLogWriter writer = GateLogWriter.create(file, HEADER)) {
      writer.fork(SampleLogs.fork(0, 0, Arm.BASE, 1));
      writer.fork(SampleLogs.fork(0, 0, Arm.BASE, 2));
      writer.fork(SampleLogs.fork(0, 0, Arm.CANDIDATE, 3));
      writer.failure(failure(0, 0, Arm.CANDIDATE));
    }
    GateLog log = GateLogReader.read(file);
    assertEquals(List.of(2.0, 2.0, 2.0), log.forks().get(0).iterations());
    assertEquals(1, log.forks().size(), "the candidate's fork was taken back by its failure");
    assertEquals(1, log.failures().size());
  }

  @Test
  void aLogThatIsThereIsNotOverwritten() {
    GateLogWriter.create(file, HEADER).close();
    assertComplaint("exists already", () -> GateLogWriter.create(file, HEADER));
  }

  @Test
  void noFileAndNoHeaderAreNamed() throws IOException {
    assertComplaint("no such file", () -> GateLogReader.read(file));
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    assertComplaint("no complete first line", () -> GateLogReader.read(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'kind':'fork','row':2,'stage':'TEST','pair':0,'arm':'BASE'} | startedAt",
        "{'kind':'failure','row':2,'stage':'TEST','pair':0,'arm':'BASE','reason':'x',"
            + "'startedAt':'2026-11-22T13:40:05Z'} | row 2 of 2 rows",
        "{'kind':'failure','stage':'TEST','pair':0,'arm':'BASE','reason':'x'} | row",
        "{'kind':'gate','schema':1} | \"id\" is missing",
        "{'kind':'run'} | run",
        "[] | not a JSON object",
        "nonsense | nonsense"
      })
  void aBadLineIsNamedWithItsNumber(String line, String complaint) throws IOException {
    GateLogWriter.create(file, HEADER).close();
    Files.writeString(file, line.replace('\'', '"') + "\n", StandardOpenOption.APPEND);
    assertComplaint(file + ":2: ", () -> GateLogReader.read(file));
    assertComplaint(complaint, () -> GateLogReader.read(file));
  }

  private static void assertComplaint(String part, Runnable action) {
    ReportException e = assertThrows(ReportException.class, action::run);
    assertTrue(String.valueOf(e.getMessage()).contains(part), e.getMessage());
    assertEquals(1, String.valueOf(e.getMessage()).lines().count());
  }
}
