package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SoakCommandTest {

  @Test
  void theTableFitsATerminalAndTheRecordHoldsTheSame(@TempDir Path directory) throws IOException {
    Path folder = directory.resolve("soaked");
    Invocation soak =
        Invocation.of("soak", "--minutes", "0.001", "--seed", "7", "-o", folder.toString());
    assertEquals(0, soak.exit(), soak.out());
    assertTrue(soak.err().contains("seed 7"), soak.err());
    assertTrue(soak.out().contains("lockfree"), soak.out());
    List<String> wide =
        soak.out()
            .lines()
            .filter(line -> line.length() > 80 && !line.startsWith("record"))
            .toList();
    assertEquals(List.of(), wide);

    JsonNode record = parse(Files.readString(folder.resolve("soak.json")));
    assertTrue(record.get("passed").asBoolean());
    assertEquals(7, record.get("soak").get("seed").asLong());
    assertEquals(4, record.get("soak").get("subjects").size());
    for (JsonNode subject : record.get("soak").get("subjects")) {
      assertEquals("OK", subject.get("verdict").asString());
      assertTrue(subject.get("operations").get("submit").asLong() > 0);
    }
  }

  @Test
  void jsonIsPrintedInThePlaceOfTheTable(@TempDir Path directory) {
    Invocation soak =
        Invocation.of(
            "soak",
            "--minutes=0.001",
            "--subject=locking",
            "--epoch=3",
            "--json",
            "-o",
            directory.toString());
    assertEquals(0, soak.exit(), soak.out());
    JsonNode record = parse(soak.out());
    assertEquals(3, record.get("soak").get("firstEpoch").asLong());
    assertEquals("locking", record.get("soak").get("subjects").get(0).get("subject").asString());
  }

  @Test
  void theTablesHoldTheSame(@TempDir Path directory) throws IOException {
    Path csv = directory.resolve("soak.csv");
    Path markdown = directory.resolve("soak.md");
    Invocation soak =
        Invocation.of(
            "soak",
            "--minutes=0.001",
            "--subject=locking,lockfree",
            "--seed=7",
            "--csv=" + csv,
            "--markdown=" + markdown,
            "-o",
            directory.toString());
    assertEquals(0, soak.exit(), soak.out());
    JsonNode first =
        parse(Files.readString(directory.resolve("soak.json"))).get("soak").get("subjects").get(0);
    long submits = first.get("operations").get("submit").asLong();
    assertTrue(
        Files.readAllLines(csv).contains("7,operations,submit,locking," + submits),
        Files.readString(csv));
    List<String> rows = Files.readAllLines(markdown);
    assertEquals("| seed 7 | locking | lockfree |", rows.getFirst());
    assertEquals("| verdict | ok | ok |", rows.getLast());
    assertTrue(
        rows.stream().anyMatch(row -> row.startsWith("| operations: submit | " + submits + " |")));
  }

  private static JsonNode parse(String json) {
    return JsonMapper.builder().build().readTree(json);
  }
}
