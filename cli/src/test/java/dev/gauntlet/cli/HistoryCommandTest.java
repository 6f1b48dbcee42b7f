package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command over stored runs, from files to words. */
class HistoryCommandTest {
  @TempDir private Path runs;

  /**
   * Logs of the time over the ruler alternate by {@code spread}; the pace of the machine varies.
   */
  private void stored(int days, double spread) throws IOException {
    for (int day = 1; day <= days; day++) {
      benched(day, 1 + day % 3, Math.exp(day % 2 == 0 ? spread : -spread));
    }
  }

  private void benched(int day, double pace, double time) throws IOException {
    StoredRecords.bench(
        runs, day, "here", Map.of("caller-runs", 0.1 * pace, "lockfree", pace * time));
  }

  private Invocation history(String... more) {
    List<String> arguments = new ArrayList<>(List.of("history", runs.toString()));
    arguments.addAll(List.of(more));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private JsonNode machines(String... more) {
    String[] arguments = Arrays.copyOf(more, more.length + 1);
    arguments[more.length] = "--json";
    Invocation history = history(arguments);
    assertEquals(0, history.exit(), history.err());
    return JsonMapper.builder().build().readTree(history.out()).get("machines");
  }

  @Test
  void aRowIsJudgedByStudentsBoundOfItsTimeOverTheRulers() throws IOException {
    stored(20, 0.1);
    benched(21, 7, 1.3);
    JsonNode rows = machines().get(0).get("rows");
    assertEquals(1, rows.size(), "the ruler is not judged");
    JsonNode row = rows.get(0);
    // t(19) at .95 is 1.729133; deviation .1 sqrt(20/19); sqrt(1 + 1/20); of ten times the ruler.
    double bound = 1.729133 * 0.1 * Math.sqrt(20.0 / 19) * Math.sqrt(1.05);
    assertEquals(Math.expm1(bound), row.get("bound").doubleValue(), 1e-6);
    assertEquals(0.3, row.get("change").doubleValue(), 1e-9);
    assertEquals("SUSPECT", row.get("status").stringValue());
    assertEquals("lockfree", row.get("series").get("params").get("subject").stringValue());
  }

  @Test
  void aRowIsOkOrSuspectAndASuspectIsToBeMeasured() throws IOException {
    stored(20, 0.01);
    benched(21, 9, 1.04);
    Invocation fine = history();
    assertEquals(0, fine.exit(), fine.err());
    assertTrue(fine.out().contains("+4.0 %"), fine.out());
    assertTrue(fine.out().contains("0 of 1 row is SUSPECT"), fine.out());
    assertFalse(fine.out().contains("gauntlet gate"), fine.out());
    benched(22, 9, 1.2);
    Invocation slow = history("--base", "old.jar", "--candidate", "new.jar");
    assertEquals(0, slow.exit(), slow.err());
    assertTrue(
        slow.out()
            .contains(
                "\n./gauntlet gate --base old.jar --candidate new.jar --row"
                    + " 'dev.gauntlet.benchmarks.RoundTripLatency.submitThenGet sample"
                    + " subject=lockfree x1' -- -jvmArgsAppend -Xmx1g\n"),
        slow.out());
    assertTrue(slow.out().contains("base: the jar of 2001-01-21T00:00:00Z (commit c0ffee2)"));
    assertTrue(slow.out().contains("1 of 1 row is SUSPECT"), slow.out());
    assertFalse(slow.out().contains("REGRESSED"), slow.out());
  }

  @Test
  void withoutARulerTheMachinesPaceStaysInTheTimes() throws IOException {
    for (int day = 1; day <= 20; day++) {
      StoredRecords.bench(runs, day, "here", Map.of("lockfree", 2.0));
    }
    StoredRecords.bench(runs, 21, "here", Map.of("lockfree", 3.0));
    Invocation history = history();
    assertTrue(history.out().contains("ruler   none"), history.out());
    assertTrue(history.out().contains("+50.0 %"), history.out());
    complaint(history("--ruler", "lockfree x1", "--margin", "10%"), "too few runs");
    complaint(history("--ruler", "other"), "no newest run has a row 'other'");
  }

  @Test
  void machinesAreNotMixed() throws IOException {
    stored(20, 0.01);
    benched(21, 1, 1);
    for (int day = 22; day < 25; day++) {
      StoredRecords.bench(runs, day, "there", Map.of("caller-runs", 1.0, "lockfree", 9.0));
    }
    JsonNode machines = machines();
    assertEquals("OK", machines.get(0).get("rows").get(0).get("status").stringValue());
    assertEquals(21, machines.get(0).get("runs").size());
    assertEquals(3, machines.get(1).get("runs").size());
    assertEquals(0, machines.get(1).get("rows").size());
    assertEquals(1, machines.get(1).get("unjudged").intValue());
  }

  @Test
  void aLastingChangeIsNamedWithTheRunThatBroughtIt() throws IOException {
    stored(16, 0.01);
    for (int day = 17; day <= 30; day++) {
      benched(day, 2, Math.exp(0.2 + (day % 2 == 0 ? 0.01 : -0.01)));
    }
    List<String> changes =
        history().out().lines().filter(line -> line.startsWith("changed ")).toList();
    assertEquals(
        List.of(
            "changed RoundTripLatency.submitThenGet (subject=lockfree): +22.1 % from"
                + " 2001-01-17T00:00:00Z (commit c0ffee1)"),
        changes,
        "exp(0.2) is 1.2214");
  }

  @Test
  void aDriftSinceTheReleaseIsNamedAndToBeMeasured() throws IOException {
    stored(12, 0.01);
    for (int day = 13; day <= 28; day++) {
      benched(day, 2, Math.exp(0.012 * (day - 12)));
    }
    Invocation drift = history("--release", "c0ffee1299");
    assertEquals(0, drift.exit(), drift.err());
    assertTrue(
        drift.out().contains("\nrelease 2001-01-12T00:00:00Z (commit c0ffee1)\n"), drift.out());
    assertTrue(
        drift.out().contains("in the last 16 runs against the last 12 up to the release, SUSPECT"),
        drift.out());
    assertTrue(drift.out().contains("base: the jar of 2001-01-12T00:00:00Z (commit c0ffee1)"));
    JsonNode machine = machines("--release", "2001-01-12").get(0);
    assertEquals("2001-01-12T00:00:00Z", machine.get("release").get("id").stringValue());
    JsonNode row = machine.get("drifts").get(0);
    assertEquals("SUSPECT", row.get("status").stringValue());
    assertTrue(row.get("measure").stringValue().contains("subject=lockfree"));
    complaint(history("--release", "v9"), "no stored run is of the release 'v9'");
    assertEquals(0, machines().get(0).get("drifts").size(), "not asked for");
  }

  @Test
  void whatCannotBeLookedBackAtIsNamedInOneLine() throws IOException {
    complaint(history(), "no stored runs; name a folder");
    complaint(Invocation.of("history", "nowhere"), "nowhere: no such file or folder");
    complaint(Invocation.of("history"), "Missing required parameter");
    complaint(history("--ruler", "["), "--ruler '[' is no regular expression");
    complaint(history("--time-box", "soon"), "'soon' is not a time such as 90s");
    stored(20, 0.01);
    complaint(
        history(),
        "a row needs 20 before the newest, of 5 forks or more, from one machine with the same JDK,"
            + " flags and lengths; here it has 19 at most");
    benched(21, 1, 1);
    complaint(history("--ruler", "RoundTrip"), "could be the ruler");
    Files.writeString(runs.resolve("damaged.jsonl"), "{\"kind\":\"run\",\"schema\":1}\n");
    complaint(history(), "damaged.jsonl:1: ");
    Files.writeString(runs.resolve("damaged.jsonl"), "nonsense\n");
    complaint(history(), "damaged.jsonl:1: ");
    Files.writeString(runs.resolve("damaged.jsonl"), "{\"kind\":\"other\"}\n");
    assertEquals(0, history().exit(), "a file of another kind below a folder is passed over");
    complaint(
        Invocation.of("history", runs.resolve("damaged.jsonl").toString()), "damaged.jsonl:1: ");
    Files.writeString(runs.resolve("damaged.jsonl.gz"), "not compressed");
    complaint(history(), "cannot read ");
  }

  private static void complaint(Invocation invocation, String part) {
    assertEquals(2, invocation.exit(), invocation.err());
    assertEquals(1, invocation.err().lines().count(), invocation.err());
    assertTrue(invocation.err().contains(part), invocation.err());
    assertEquals("", invocation.out());
  }
}
