package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.GateLogWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command around the loop: its complaints, its exit codes, its files. Nothing is measured. */
class GateCommandTest {
  @TempDir private Path directory;
  private Path base;
  private Path candidate;
  private Path state;

  @BeforeEach
  void jars() throws IOException {
    base = FakeJar.write(directory.resolve("base.jar"), "one", "old");
    candidate = FakeJar.write(directory.resolve("candidate.jar"), "one", "renamed");
    state = directory.resolve("gate.jsonl");
  }

  private Invocation gate(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("gate", "--base", base.toString(), "--candidate", candidate.toString()));
    arguments.addAll(List.of("--state", state.toString(), "--plan", "full", "--pairs", "8"));
    arguments.addAll(List.of(more));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  /** A log that needs no more pairs, as a run would have left it. */
  private void recorded(double candidateScore) {
    recorded(candidateScore, 0);
  }

  private void recorded(double candidateScore, double spread) {
    assertEquals(3, gate("--time-box", "1s", "--seed", "5").exit(), "nothing is decided");
    try (GateLogWriter log = GateLogWriter.append(state)) {
      for (int pair = 0; pair < 8; pair++) {
        log.fork(GateForks.of(pair, Arm.BASE, 100 + 0.01 * pair));
        double noise = (pair % 2 == 0 ? spread : -spread) * (1 + pair);
        log.fork(GateForks.of(pair, Arm.CANDIDATE, candidateScore + noise));
      }
    }
  }

  @Test
  void aPassIsZeroAndRowsOfOneArmAreReported() {
    recorded(100);
    Invocation gate = gate("--resume");
    assertEquals(0, gate.exit(), gate.err());
    assertTrue(gate.out().contains("gate: PASS"), gate.out());
    assertTrue(
        gate.out().contains("1 row only in the candidate, not gated: Y.renamed"), gate.out());
    assertTrue(gate.out().contains("1 row only in the base, not gated: Y.old"), gate.out());
    assertTrue(gate.out().contains("--plan full --pairs 8 --seed 5"), gate.out());
  }

  @Test
  void aRegressionIsOneAndIsWrittenToEveryFile() throws IOException {
    recorded(150);
    Invocation gate =
        gate(
            "--resume",
            "--junit",
            directory.resolve("g.xml").toString(),
            "--markdown",
            directory.resolve("g.md").toString(),
            "--json",
            directory.resolve("g.json").toString(),
            "--jmh-json",
            directory.resolve("arms").toString());
    assertEquals(1, gate.exit(), gate.err());
    assertTrue(Files.readString(directory.resolve("g.xml")).contains("type=\"regression\""));
    assertTrue(Files.readString(directory.resolve("g.md")).contains("REGRESSED"));
    assertTrue(Files.readString(directory.resolve("g.json")).contains("\"REGRESSED\""));
    assertTrue(Files.exists(directory.resolve("arms").resolve("base.json")));
    assertTrue(Files.exists(directory.resolve("arms").resolve("candidate.json")));
  }

  @Test
  void aFileThatCannotBeWrittenDoesNotHideTheVerdict() throws IOException {
    recorded(150);
    Path file = Files.writeString(directory.resolve("file"), "");
    Invocation gate = gate("--resume", "--md", file.resolve("gate.md").toString());
    assertEquals(2, gate.exit(), gate.err());
    assertTrue(gate.err().contains("cannot write " + file.resolve("gate.md")), gate.err());
    assertTrue(gate.out().contains("gate: REGRESSED"), gate.out());
  }

  @Test
  void jsonWithoutAFileIsAllThatIsPrinted() {
    recorded(100);
    Invocation gate = gate("--resume", "--json");
    assertEquals(0, gate.exit(), gate.err());
    JsonNode json = JsonMapper.builder().build().readTree(gate.out());
    assertEquals("PASS", json.get("verdict").asString(), gate.out());
  }

  @Test
  void aRowWhoseBenchmarkChangedIsMarkedAndNoAnswerWhenItIsStrict() throws IOException {
    String[] methods = {"one"};
    FakeJar.write(base, "less to do", methods);
    FakeJar.write(candidate, "more to do", methods);
    recorded(100);
    Invocation gate = gate("--resume");
    assertEquals(0, gate.exit(), gate.err());
    assertTrue(gate.err().contains("BENCH_CHANGED"), gate.err());
    assertTrue(gate.out().contains("pass, BENCH_CHANGED"), gate.out());
    assertEquals(3, gate("--resume", "--strict").exit());
  }

  @Test
  void undecidedFailsOnlyWhenItIsStrict() {
    recorded(103, 1);
    assertEquals(3, gate("--resume", "--strict").exit());
    assertTrue(gate("--resume").out().contains("could hide up to +"), gate("--resume").out());
  }

  @Test
  void aCutOffLineIsSaidAndALogIsNotOverwritten() throws IOException {
    recorded(100);
    Files.writeString(state, "{\"kind\":\"fo", StandardOpenOption.APPEND);
    complaint(gate(), "exists already: add --resume");
    assertEquals(1, GateLogReader.read(state).warnings().size());
    assertEquals(0, gate("--resume").exit());
  }

  @Test
  void aLogOfAnotherRunIsRefused() throws IOException {
    recorded(100);
    complaint(gate("--resume", "--tolerance", "1%"), "another tolerance");
    FakeJar.write(candidate, "one", "other");
    complaint(gate("--resume"), "another candidate jar");
    Files.writeString(state, "nonsense\n");
    complaint(gate("--resume"), "gate.jsonl:1: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--tolerance 2x | '2x' is not a percentage such as 2%",
        "--tolerance 0 | '0' is not a percentage such as 2%",
        "--margin some | 'some' is neither auto nor such as 5%",
        "--margin 1% | --margin must be greater than --tolerance",
        "--margin auto | run `gauntlet calibrate`",
        "--alpha 2 | '2' is not a percentage",
        "--time-box soon | 'soon' is not a time such as 90s, 25m or 1h30m",
        "--plan some | 'some'",
        "--include [ | no regular expression",
        "--include nothing | is in the name of no benchmark; there are [x.Y.one",
        "--include old | no benchmark in common",
        "--jdk nowhere | no JDK in nowhere",
        "--subjects a,b | exclude each other",
        "-- -f 2 | -f is not passed to JMH here",
        "-- --nonsense | JMH does not take these flags"
      })
  void aMistakeIsAnsweredWithOneLine(String options, String complaint) {
    complaint(gate(options.split(" ")), complaint);
    assertFalse(Files.exists(state), "nothing was begun");
  }

  @Test
  void jarsThatAreNoneAreNamed() throws IOException {
    Path empty = FakeJar.write(directory.resolve("empty.jar"));
    Path text = Files.writeString(directory.resolve("text.jar"), "no jar");
    Path none = directory.resolve("none.jar");
    candidate = empty;
    complaint(gate(), "empty.jar has no benchmarks");
    candidate = text;
    complaint(gate(), "text.jar is no jar");
    candidate = none;
    complaint(gate(), "no such file: " + none);
    complaint(Invocation.of("gate", "--base", base.toString()), "--candidate JAR is missing");
    complaint(Invocation.of("gate", "--subjects", "lockfree"), "takes two names");
    complaint(Invocation.of("gate", "--subjects", "nobody,lockfree"), "nobody");
    complaint(Invocation.of("gate", "--resume", "--subjects", "a,b"), "--resume needs --state");
    complaint(Invocation.of("calibrate"), "--jar");
    complaint(
        Invocation.of(
            "gate", "--base", base.toString(), "--candidate", base.toString(), "--pairs", "3"),
        "--pairs must be 8 to 100, not 3");
  }

  private static void complaint(Invocation invocation, String part) {
    assertEquals(2, invocation.exit(), invocation.err());
    assertEquals(1, invocation.err().lines().count(), invocation.err());
    assertTrue(invocation.err().contains(part), invocation.err());
    assertEquals("", invocation.out());
  }
}
