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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs side by side, for people and for programs. */
class CompareCommandTest {
  @TempDir private Path folder;

  private Path run(int day, double score) throws IOException {
    return StoredRecords.bench(folder, day, "here", Map.of("lockfree", score));
  }

  @Test
  void jsonHoldsEveryRunOfEveryRow() throws IOException {
    Invocation compare =
        Invocation.of("compare", run(1, 2).toString(), run(2, 3).toString(), "--json");
    assertEquals(0, compare.exit(), compare.err());
    JsonNode json = JsonMapper.builder().build().readTree(compare.out());
    assertEquals(2, json.get("runs").size());
    assertEquals(2, json.get("rows").size());
    JsonNode later = json.get("rows").get(1);
    assertEquals(StoredRecords.at(2), later.get("run").asString());
    assertEquals(1.5, later.get("ratio").asDouble(), 1e-12);
    assertEquals("undecided", later.get("verdict").asString());
    assertEquals("a", later.get("group").asString());
    double probability = later.get("adjustedProbability").asDouble();
    assertTrue(probability > 0.05 && probability <= 1, later.toString());
  }

  @Test
  void twoRunsHaveGroupsOnTheTerminal() throws IOException {
    Invocation compare = Invocation.of("compare", run(1, 2).toString(), run(2, 3).toString());
    assertEquals(0, compare.exit(), compare.err());
    assertTrue(compare.out().contains("cannot be told apart, with all pairs of"), compare.out());
    assertEquals(
        2, compare.out().lines().filter(line -> line.matches(".* [AB] +5 .* a( .*)?")).count());
  }

  @Test
  void tablesAreWrittenBesideTheTerminal() throws IOException {
    Path csv = folder.resolve("runs.csv");
    Path markdown = folder.resolve("runs.md");
    Invocation compare =
        Invocation.of(
            "compare",
            run(1, 2).toString(),
            run(2, 3).toString(),
            "--csv",
            csv.toString(),
            "--markdown",
            markdown.toString());
    assertEquals(0, compare.exit(), compare.err());
    List<String> lines = Files.readAllLines(csv);
    assertEquals(3, lines.size());
    assertTrue(lines.get(2).contains(",lockfree," + StoredRecords.at(2) + ",5,"), lines.get(2));
    assertTrue(lines.get(2).contains(",1.5,"), lines.get(2));
    String row = Files.readAllLines(markdown).get(2);
    assertTrue(row.startsWith("| RoundTripLatency, 1 thread | lockfree | 2."), row);
    assertTrue(row.contains(" · a | **1.50×** ("), row);
    assertTrue(row.endsWith(" undecided · a |"), row);
    assertTrue(Files.readString(markdown).contains("that share a letter cannot be told apart"));
    assertTrue(lines.getFirst().endsWith(",adjusted_probability,verdict,group"), lines.getFirst());
  }
}
