package dev.gauntlet.reports.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.record.ConformanceMatrix.Outcome;
import dev.gauntlet.reports.record.ConformanceMatrix.Result;
import dev.gauntlet.reports.record.ConformanceMatrix.Rule;
import dev.gauntlet.reports.record.ConformanceMatrix.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix comes back as it was written and uses the words of the format. */
class ConformanceMatrixTest {
  @TempDir Path directory;

  private static final ConformanceMatrix MATRIX =
      new ConformanceMatrix(
          1,
          Instant.parse("2026-11-22T13:40:05Z"),
          List.of(new Rule("C1", "MUST", "Cancel", "A rule.", null)),
          List.of(new Subject("a", "1.2", List.of("FIFO_WITH_ONE_WORKER"))),
          List.of(
              new Result("C1", "a", Outcome.BROKEN, null, "expected\nseen", true, 12),
              new Result("C1", "b", Outcome.REPLACED, "C2", null, false, 0)));

  @Test
  void everythingWrittenIsRead() throws IOException {
    Path file = directory.resolve("new/conform.json");
    MATRIX.write(file);
    MATRIX.write(file);
    assertEquals(MATRIX, ConformanceMatrix.read(file));
    String text = Files.readString(file);
    assertTrue(text.contains("\"outcome\" : \"broken\""), text);
    assertTrue(text.contains("\"replacedBy\" : \"C2\""), text);
    try (var files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void badInputIsNamed() throws IOException {
    Path file = directory.resolve("conform.json");
    assertEquals(file + ": no such file", message(file));
    Files.writeString(file, "{\"schema\":1,\"startedAt\":\"2026-11-22T13:40:05Z\",\"rules\":[{}]}");
    assertEquals(
        file + ": not a conformance matrix: property \"rule.id\" is missing", message(file));
    Files.writeString(file, "{\"schema\":2,\"startedAt\":\"2026-11-22T13:40:05Z\"}");
    assertEquals(
        file + ": not a conformance matrix: schema 2, but this version reads schema 1",
        message(file));
  }

  private static String message(Path file) {
    return String.valueOf(
        assertThrows(ReportException.class, () -> ConformanceMatrix.read(file)).getMessage());
  }
}
