package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListCommandTest {

  @Test
  void textFitsATerminal() {
    Invocation list = Invocation.of("list");
    assertEquals(0, list.exit());
    for (String name : List.of("lockfree", "jdk-fixed", "caller-runs", "RoundTripLatency", "C17")) {
      assertTrue(list.out().contains(name), name);
    }
    List<String> wide = list.out().lines().filter(line -> line.length() > 80).toList();
    assertEquals(List.of(), wide);
  }

  @Test
  void jsonHoldsTheSame() {
    JsonNode all = JsonMapper.builder().build().readTree(Invocation.of("list", "--json").out());
    assertEquals(15, all.get("subjects").size());
    assertTrue(all.get("rules").size() > 190);
    assertTrue(all.get("scenarios").size() >= 4);
    assertTrue(all.get("races").size() >= 10);
  }

  @Test
  void theTablesHaveALineForEachName(@TempDir Path folder) throws IOException {
    Path csv = folder.resolve("list.csv");
    Path markdown = folder.resolve("list.md");
    Invocation list =
        Invocation.of("list", "--csv", csv.toString(), "--markdown", markdown.toString());
    assertEquals(0, list.exit(), list.err());
    JsonNode all = JsonMapper.builder().build().readTree(Invocation.of("list", "--json").out());
    int names =
        Stream.of("subjects", "scenarios", "races", "rules").mapToInt(k -> all.get(k).size()).sum();
    List<String> lines = Files.readAllLines(csv);
    assertEquals(1 + names, lines.size());
    assertEquals("kind,name,about", lines.getFirst());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("scenario,RoundTripLatency,How ")));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("rule,C17,")));
    List<String> rows = Files.readAllLines(markdown);
    assertEquals(2 + names, rows.size());
    assertTrue(rows.stream().allMatch(row -> row.startsWith("|") && row.endsWith("|")));
  }

  @Test
  void everyCommandHasHelp() {
    for (String command :
        List.of(
            "list",
            "conform",
            "bench",
            "stress",
            "soak",
            "history",
            "compare",
            "report",
            "gate",
            "calibrate")) {
      Invocation help = Invocation.of(command, "--help");
      assertEquals(0, help.exit());
      assertTrue(help.out().startsWith("Usage: gauntlet " + command), help.out());
      List<String> wide = help.out().lines().filter(line -> line.length() > 80).toList();
      assertEquals(List.of(), wide);
    }
  }
}
