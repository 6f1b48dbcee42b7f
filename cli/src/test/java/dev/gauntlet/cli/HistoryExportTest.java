package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What history says, as the files of other programs. */
class HistoryExportTest {
  private static final int CHANGED = 17;
  private static final int NEWEST = 30;

  @TempDir private Path directory;

  /** The row takes 1.22 times as long from one day on. */
  private List<String> exported(String option) throws IOException {
    Path runs = directory.resolve("runs");
    for (int day = 1; day <= NEWEST; day++) {
      double time = Math.exp((day < CHANGED ? 0 : 0.2) + (day % 2 == 0 ? 0.01 : -0.01));
      StoredRecords.bench(runs, day, "here", Map.of("caller-runs", 0.2, "lockfree", 2 * time));
    }
    Path file = directory.resolve("history");
    Invocation history =
        Invocation.of(
            "history", runs.toString(), "--release", "2001-01-12", option, file.toString());
    assertEquals(0, history.exit(), history.err());
    return Files.readAllLines(file);
  }

  private static String only(List<String> lines, String part) {
    List<String> found = lines.stream().skip(1).filter(line -> line.contains(part)).toList();
    assertEquals(1, found.size(), lines.toString());
    return found.getFirst();
  }

  @Test
  void rowsChangesAndDriftsAreLinesOfTheCsv() throws IOException {
    List<String> lines = exported("--csv");
    assertEquals("machine,kind,row,status,runs,change,bound,run", lines.getFirst());
    String row = only(lines, ",row,");
    assertTrue(row.contains("RoundTripLatency.submitThenGet sample subject=lockfree"), row);
    assertTrue(row.matches(".*,(OK|SUSPECT),[0-9]+,-?0\\.[0-9]+,0\\.[0-9]+,2001-01-30T.*"), row);
    String change = only(lines, ",change,");
    // e^0.2 is 1.2214.
    assertTrue(change.matches(".*,,,0\\.22[0-9]*,,2001-01-17T00:00:00Z"), change);
    assertTrue(only(lines, ",drift,").endsWith(",,2001-01-12T00:00:00Z"), lines.toString());
  }

  @Test
  void theSameLinesAreATableOfMarkdown() throws IOException {
    List<String> lines = exported("--markdown");
    assertTrue(lines.stream().allMatch(line -> line.startsWith("|") && line.endsWith("|")));
    assertTrue(only(lines, "| change |").contains(" | +22.1 % |  | 2001-01-17T00:00:00Z |"));
  }
}
