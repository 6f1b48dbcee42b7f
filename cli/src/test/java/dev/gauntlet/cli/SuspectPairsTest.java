package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.GateLogWriter;
import dev.gauntlet.reports.gate.GateRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a suspect of stored runs of this machine to the verdict of pairs. Nothing is measured. */
class SuspectPairsTest {
  private static final int PAIRS = 12;

  @TempDir private Path runs;
  @TempDir private Path builds;
  private Path good;
  private Path slow;
  private final Map<Path, GateHeader> headers = new HashMap<>();

  @BeforeEach
  void jars() throws IOException {
    good = FakeJar.write(builds.resolve("good.jar"), "one");
    slow = FakeJar.write(builds.resolve("slow.jar"), "one", "two");
  }

  /** A gate of that day, whose base is the jar. */
  private void stored(int day, Path jar, double score) {
    GateHeader now = header(jar);
    String at = StoredRecords.at(day);
    GateHeader then =
        new GateHeader(
            now.schema(),
            at,
            now.purpose(),
            Instant.parse(at),
            now.tool(),
            now.base(),
            now.candidate(),
            now.settings(),
            now.rows(),
            now.added(),
            now.removed(),
            now.changed(),
            now.machine(),
            now.jdk(),
            now.jvmFlags());
    try (GateLogWriter log = GateLogWriter.create(runs.resolve(day + ".jsonl"), then)) {
      for (int pair = 0; pair < 5; pair++) {
        log.fork(GateForks.of(pair, Arm.BASE, score));
        log.fork(GateForks.of(pair, Arm.CANDIDATE, score));
      }
    }
  }

  private GateHeader header(Path jar) {
    return headers.computeIfAbsent(jar, this::begun);
  }

  /** What a gate of the jar against itself writes before the first fork. */
  private GateHeader begun(Path jar, String... more) {
    Path state = builds.resolve(UUID.randomUUID() + ".jsonl");
    List<String> arguments = new ArrayList<>(List.of("gate", "--base", jar.toString()));
    arguments.addAll(List.of("--candidate", jar.toString(), "--include", "one"));
    arguments.addAll(List.of("--time-box", "1s", "--state", state.toString()));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--", "-jvmArgsAppend", "-Xmx1g"));
    assertEquals(3, Invocation.of(arguments.toArray(String[]::new)).exit());
    return GateLogReader.read(state).header();
  }

  /** The jar is good for twenty days, and then is the slow one. */
  private void goodThenSlow() {
    for (int day = 1; day <= 20; day++) {
      stored(day, good, 100);
    }
    stored(21, slow, 150);
  }

  private void keep(Path jar) {
    begun(jar, "--keep-jar", runs.resolve("jars").toString());
  }

  private Invocation history(String... more) {
    List<String> arguments = new ArrayList<>(List.of("history", runs.toString()));
    arguments.addAll(List.of("--time-box", "1s"));
    arguments.addAll(List.of(more));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private Path onlyPair() throws IOException {
    try (Stream<Path> logs = Files.list(runs.resolve("pairs"))) {
      return logs.toList().getFirst();
    }
  }

  private void measured(double candidate) throws IOException {
    try (GateLogWriter log = GateLogWriter.append(onlyPair())) {
      for (int pair = 0; pair < PAIRS; pair++) {
        log.fork(GateForks.of(pair, Arm.BASE, 100 + 0.01 * pair));
        log.fork(GateForks.of(pair, Arm.CANDIDATE, candidate));
      }
    }
  }

  @Test
  void aSuspectIsMeasuredInPairsWhichConvict() throws IOException {
    goodThenSlow();
    keep(good);
    keep(slow);
    Invocation interrupted = history();
    assertEquals(3, interrupted.exit(), "the time was up: " + interrupted.err());
    assertTrue(interrupted.out().contains("1 of 1 row is SUSPECT"), interrupted.out());
    GateHeader pair = GateLogReader.read(onlyPair()).header();
    assertEquals(List.of(new GateRow("x.Y.one", "avgt", Map.of(), 1)), pair.rows());
    assertEquals(header(good).base().sha256(), pair.base().sha256());
    assertEquals(header(slow).base().sha256(), pair.candidate().sha256());
    assertEquals(List.of("-Xmx1g"), pair.jvmFlags());
    measured(150);
    Path junit = builds.resolve("pairs.xml");
    Invocation convicted = history("--junit", junit.toString());
    assertEquals(1, convicted.exit(), convicted.err());
    assertTrue(convicted.out().contains("gate: REGRESSED"), convicted.out());
    assertTrue(Files.readString(junit).contains("type=\"regression\""));
    assertEquals(2 * PAIRS, GateLogReader.read(onlyPair()).forks().size(), "not measured again");
  }

  @Test
  void pairsMayAcquit() throws IOException {
    goodThenSlow();
    keep(good);
    keep(slow);
    assertEquals(3, history().exit());
    measured(100);
    Invocation acquitted = history("--json");
    assertEquals(0, acquitted.exit(), acquitted.err());
    assertTrue(acquitted.err().contains("gate: PASS"), acquitted.err());
    assertTrue(acquitted.out().startsWith("{"), "standard output is for JSON alone");
  }

  @Test
  void aSlowRunIsNoReference() throws IOException {
    goodThenSlow();
    Path slower = FakeJar.write(builds.resolve("slower.jar"), "one", "two", "three");
    stored(22, slower, 150);
    List.of(good, slow, slower).forEach(this::keep);
    assertEquals(3, history().exit());
    GateHeader pair = GateLogReader.read(onlyPair()).header();
    assertEquals(header(good).base().sha256(), pair.base().sha256());
    assertEquals(header(slower).base().sha256(), pair.candidate().sha256());
  }

  @Test
  void aJarThatIsNotKeptIsNamedAndThereIsNoAnswer() {
    goodThenSlow();
    unanswered(history(), "the jar of 2001-01-21T00:00:00Z is not in " + runs.resolve("jars"));
    keep(slow);
    unanswered(history(), "no other jar of an earlier run that was not slow is in");
    assertEquals(0, history("--look").exit());
  }

  private void unanswered(Invocation history, String why) {
    assertEquals(3, history.exit(), history.err());
    assertEquals(1, history.err().lines().count(), history.err());
    assertTrue(history.err().contains("1 suspect not measured: " + why), history.err());
    assertTrue(
        history.out().contains("gate --base base.jar --candidate candidate.jar --row 'x.Y.one"));
    assertFalse(Files.exists(runs.resolve("pairs")));
  }

  @Test
  void jarsAtHandCanBeNamed() throws IOException {
    goodThenSlow();
    assertEquals(3, history("--base", good.toString(), "--candidate", slow.toString()).exit());
    assertEquals("good.jar", GateLogReader.read(onlyPair()).header().base().label());
  }

  @Test
  void whatIsOkStartsNothing() {
    goodThenSlow();
    stored(22, good, 100);
    List.of(good, slow).forEach(this::keep);
    Invocation history = history();
    assertEquals(0, history.exit());
    assertTrue(history.out().contains("0 of 1 row is SUSPECT"), history.out());
    assertEquals("", history.err());
    assertFalse(Files.exists(runs.resolve("pairs")));
  }

  @Test
  void suspectsOfAnotherMachineAreMeasuredThere() throws IOException {
    for (int day = 1; day <= 20; day++) {
      StoredRecords.gate(runs, day, 100);
    }
    StoredRecords.gate(runs, 21, 150);
    Invocation history = history();
    assertEquals(0, history.exit());
    assertTrue(history.err().contains("of another machine or JDK"), history.err());
    assertTrue(history.out().contains("--row 'x.Y.one avgt x2' --awake"), history.out());
  }

  @Test
  void aDriftIsMeasuredAgainstTheRelease() throws IOException {
    for (int day = 1; day <= 12; day++) {
      stored(day, good, 100 + day % 2);
    }
    for (int day = 13; day <= 28; day++) {
      stored(day, slow, 100 * Math.exp(0.012 * (day - 12)));
    }
    keep(good);
    keep(slow);
    assertEquals(3, history("--release", "2001-01-12").exit());
    Path pairs =
        runs.resolve("pairs").resolve("2001-01-28T00-00-00Z-against-2001-01-12T00-00-00Z.jsonl");
    assertEquals(header(good).base().sha256(), GateLogReader.read(pairs).header().base().sha256());
  }
}
