package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.benchmarks.run.ForkTimer;
import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.GateRow;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.gate.GateState;
import dev.gauntlet.reports.gate.Stage;
import dev.gauntlet.reports.gate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real forks of a stranger's jars. */
class PairSessionTest {
  private static final List<String> ONE_ROW = List.of("-p", "size=1");

  @TempDir private static Path directory;
  private static SampleJar sample;
  private static Path base;

  @TempDir private Path run;

  @BeforeAll
  static void compile() throws IOException {
    sample = SampleJar.compile(directory.resolve("classes"));
    base = sample.pack(directory.resolve("base.jar"), "tokens=50");
  }

  private PairRequest request(Path candidate, List<String> flags, boolean resume) {
    return new PairRequest(
        GateHeader.Purpose.GATE,
        ArmRequest.of(base),
        ArmRequest.of(candidate),
        Pattern.compile("Sample.work"),
        List.of(),
        Requests.settings(GateSettings.Plan.FULL, List.of(3)),
        flags,
        null,
        run.resolve("gate.jsonl"),
        resume,
        Path.of(System.getProperty("java.home")));
  }

  /** The short run of every build; longer ones are in {@link LiveGate}. */
  @Test
  void anInjectedAllocationIsSeenInEveryPair() throws IOException {
    Path candidate = sample.pack(run.resolve("candidate.jar"), "tokens=50\nbytes=64");
    List<String> told = new ArrayList<>();
    PairListener listener =
        new PairListener() {
          @Override
          public void iterationStarted(Slot slot, boolean warmup, int number) {
            told.add((warmup ? "w" : "i") + number);
          }
        };
    try (PairSession session = PairSession.open(request(candidate, ONE_ROW, false))) {
      assertEquals(GateEnd.Reason.DONE, session.run(listener).reason());
      assertTrue(Files.notExists(session.logs()), "no fork failed");
    }
    GateLog log = GateLogReader.readWithRawJmh(run.resolve("gate.jsonl"));
    assertEquals(
        new GateRow("sample.Sample.work", "avgt", Map.of("size", "1", "text", "b, c"), 1),
        log.header().rows().getFirst());
    assertEquals(List.of(), log.failures());
    assertEquals(6, log.forks().size());
    assertEquals(List.of("w1", "i1", "i2"), told.subList(0, 3));
    GateState state = GateState.of(log);
    assertEquals(Verdict.REGRESSED, state.verdict());
    assertEquals(
        80, state.counters().getFirst().candidate() - state.counters().getFirst().base(), 1);
    GateFork fork = log.forks().getFirst();
    assertEquals("ns/op", fork.unit());
    assertEquals(2, fork.iterations().size());
    assertEquals(2, fork.contention().size(), "each iteration was watched");
    JsonNode jmh = Objects.requireNonNull(fork.jmh());
    assertEquals("1.37", jmh.path("jmhVersion").asString());
    assertEquals(
        log.header().jdk().version(), jmh.path("vmVersion").asString(), "--jdk, asked for itself");
  }

  private PairForkException failure(
      Path candidate, ForkTree tree, IterationWatch.Listener listener) {
    PairPlan plan = PairPlan.of(request(candidate, ONE_ROW, false), Instant.now());
    try (JarCopies copies = new JarCopies();
        ForkTimer timer = new ForkTimer(tree, Duration.ofMinutes(2))) {
      ForkRunner runner =
          new ProcessForkRunner(
              plan.header().rows(),
              plan.arms(),
              plan.command(),
              new PairOrder(7),
              copies,
              run.resolve("logs"),
              tree,
              timer,
              List::of);
      Slot slot = new Slot(0, Stage.TEST, 4, Arm.CANDIDATE, true, true);
      return assertThrows(PairForkException.class, () -> runner.run(slot, listener));
    }
  }

  private String onlyLog() throws IOException {
    return Files.readString(run.resolve("logs").resolve("row0-test-pair4-candidate.log"));
  }

  @Test
  void aForkThatDiesSaysWhyAndItsOutputIsKept() throws IOException {
    Path candidate = sample.pack(run.resolve("candidate.jar"), "halt=7");
    PairForkException e = failure(candidate, new ForkTree(), (warmup, number) -> {});
    assertEquals("exit code 1: Error: about to die", e.getMessage());
    assertTrue(onlyLog().contains("Forked VM failed with exit code 7"), onlyLog());
  }

  /** The timer's work, begun when the fork is known to be up instead of after some time. */
  @Test
  void aForkThatHangsLeavesItsThreadsAndNoProcess() throws IOException {
    Path candidate = sample.pack(run.resolve("candidate.jar"), "hang=1");
    ForkTree tree = new ForkTree();
    PairForkException e =
        failure(
            candidate,
            tree,
            (warmup, number) ->
                Thread.ofPlatform()
                    .start(() -> {
                      tree.dumpThreads();
                      tree.kill();
                    }));
    assertTrue(String.valueOf(e.getMessage()).startsWith("exit code"), e.getMessage());
    assertEquals(2, onlyLog().split("Full thread dump").length - 1, onlyLog());
    assertTrue(onlyLog().contains("ForkedMain"), onlyLog());
    assertFalse(
        ProcessHandle.current().descendants().anyMatch(PairSessionTest::isJava),
        "the fork of the fork is killed, too");
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("java");
  }

  @Test
  void rowsAreWhatJmhWouldRun() {
    RowList list = new RowList(PairFlags.parse(List.of()), Set.of("text"));
    assertEquals(
        List.of(
            new GateRow("sample.Sample.other", "thrpt", Map.of("size", "1"), 2),
            new GateRow("sample.Sample.other", "thrpt", Map.of("size", "2"), 2),
            new GateRow("sample.Sample.other", "sample", Map.of("size", "1"), 2),
            new GateRow("sample.Sample.other", "sample", Map.of("size", "2"), 2)),
        list.of(JmhJar.open(base), Pattern.compile("other")));
  }

  private PairRequest named(List<String> rows, List<String> flags) {
    PairRequest any = request(base, flags, false);
    return new PairRequest(
        any.purpose(),
        any.base(),
        any.candidate(),
        Pattern.compile(""),
        rows,
        any.settings(),
        flags,
        null,
        any.state(),
        false,
        null);
  }

  @Test
  void rowsCanBeNamedWhateverTheirAnnotationsSay() {
    PairPlan plan =
        PairPlan.of(
            named(
                List.of(
                    "sample.Sample.work ss size=7 text=x=y z x3",
                    "sample.Sample.other avgt size=1 text= x1"),
                List.of()),
            Instant.now());
    GateRow row = new GateRow("sample.Sample.work", "ss", Map.of("size", "7", "text", "x=y z"), 3);
    assertEquals(row, plan.header().rows().getFirst());
    assertEquals(2, plan.header().rows().size());
    List<String> command =
        plan.command().of(row, Map.of(), JmhJar.open(base), base, run.resolve("result.json"));
    assertTrue(String.join(" ", command).contains("-bm ss -t 3 -f 1 "), String.join(" ", command));
    assertTrue(command.contains("text=x=y z"), String.join(" ", command));
  }

  @Test
  void namesOfNoRowAreRefused() {
    assertComplaint("neither jar has such a row", named(List.of("a.B.c avgt x1"), List.of()));
    assertComplaint(
        "neither jar has such a row", named(List.of("sample.Sample.work avgt x1"), List.of()));
    assertComplaint("is not such as", named(List.of("sample.Sample.work"), List.of()));
    assertComplaint(
        "is not such as", named(List.of("sample.Sample.work all size=1 text=b x1"), List.of()));
    assertComplaint(
        "leave out -bm, -p and -t",
        named(List.of("sample.Sample.work avgt size=1 text=b x1"), List.of("-t", "2")));
  }

  @Test
  void aLogOfAnotherRunIsNotGoneOnWith() throws IOException {
    Path candidate = sample.pack(run.resolve("candidate.jar"), "tokens=51");
    PairRequest first = request(candidate, ONE_ROW, true);
    try (PairSession session = PairSession.open(first)) {
      session.stop();
      assertEquals(GateEnd.Reason.INTERRUPTED, session.run(PairListener.NONE).reason());
    }
    assertComplaint("--resume", request(candidate, ONE_ROW, false));
    assertComplaint("another choice of rows", request(candidate, List.of("-p", "size=2"), true));
    Path other = sample.pack(run.resolve("other.jar"), "tokens=52");
    assertComplaint("another candidate jar", request(other, ONE_ROW, true));
    PairSession.open(first).close();
  }

  private static void assertComplaint(String part, PairRequest request) {
    BenchUsageException e =
        assertThrows(BenchUsageException.class, () -> PairSession.open(request));
    assertTrue(String.valueOf(e.getMessage()).contains(part), e.getMessage());
  }
}
