package dev.gauntlet.reports.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gauntlet.reports.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix of the races comes back as it was written. */
class RaceMatrixTest {
  @TempDir Path directory;

  @Test
  void everythingWrittenIsRead() {
    RaceMatrix matrix = SampleRuns.races(List.of("a", "b"));
    Path file = directory.resolve("new/stress.json");
    matrix.write(file);
    assertEquals(matrix, RaceMatrix.read(file));
  }

  @Test
  void badInputIsNamed() throws IOException {
    Path file = directory.resolve("stress.json");
    assertEquals(file + ": no such file", message(file));
    Files.writeString(file, "{\"schema\":1}");
    assertEquals(file + ": not a race matrix: property \"startedAt\" is missing", message(file));
    Files.writeString(file, "{\"schema\":2,\"startedAt\":\"2026-11-22T13:40:05Z\"}");
    assertEquals(
        file + ": not a race matrix: schema 2, but this version reads schema 1", message(file));
  }

  private static String message(Path file) {
    return String.valueOf(
        assertThrows(ReportException.class, () -> RaceMatrix.read(file)).getMessage());
  }
}
