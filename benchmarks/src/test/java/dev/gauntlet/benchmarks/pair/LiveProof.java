package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gauntlet.benchmarks.environment.Facts;
import dev.gauntlet.reports.gate.Calibrator;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateHeader.Purpose;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.gate.Verdict;
import dev.gauntlet.reports.gate.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the gate does to five rows of real forks, for docs/results/gate-live.md: about an hour on a
 * machine with nothing else to do.
 *
 * <p>{@code mvn -pl benchmarks -am test -Dtest=LiveProof -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgauntlet.tests.required=false -Dgauntlet.tests.timeout=14400 -Dgauntlet.live.folder=DIR}. Every
 * gate leaves its log in the folder and the table there, gate-live.md, is made of all of them, so
 * it can be done in several sittings: {@code -Dgauntlet.live.repetitions=5} are so many gates of
 * the same code instead of 20 (0 makes the table again), {@code -Dtest=LiveProof#theSameCode*} is
 * one part, {@code -Dgauntlet.live.minutes=30} is the most that a gate may take, and {@code
 * -Dgauntlet.live.jdk=HOME} another JDK that is to be gone through once. No build runs it: its name
 * is that of no test.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class LiveProof {
  private static final Path FOLDER =
      Path.of(System.getProperty("gauntlet.live.folder", "target/live")).toAbsolutePath();
  private static final int REPETITIONS = Integer.getInteger("gauntlet.live.repetitions", 20);
  private static final Duration BOX =
      Duration.ofMinutes(Integer.getInteger("gauntlet.live.minutes", 30));
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final double SLOWER = 0.2;
  private static final int SIMULATIONS = 1000;
  private static final String SAME = "tokens=1000";

  @TempDir private static Path jars;
  private static SampleJar rows;
  private static Path base;

  @BeforeAll
  static void compile() throws IOException {
    Files.createDirectories(FOLDER);
    rows = SampleJar.compile(jars.resolve("classes"), "Rows");
    base = jar("base", SAME);
  }

  private static Path jar(String name, String injected) throws IOException {
    return rows.pack(
        jars.resolve(name + ".jar"), injected, JarCommit.ofSources(Path.of("..").toAbsolutePath()));
  }

  /** The defaults of {@code gauntlet gate}, with a new seed. */
  private static GateSettings settings(GateSettings.Plan plan, boolean awake) {
    return new GateSettings(
        plan,
        0.02,
        0.05,
        0.01,
        0.05,
        List.of(8, 10, 12, 16, 20, 24),
        6,
        List.of(GateSettings.Score.FLOOR, GateSettings.Score.MEDIAN),
        5,
        400,
        6,
        400,
        10,
        0.5,
        awake,
        false,
        ThreadLocalRandom.current().nextInt(1, 100_000));
  }

  private static GateLog measure(
      Purpose purpose, String label, Path candidate, String include, GateSettings settings)
      throws IOException {
    return measure(purpose, label, candidate, include, settings, null);
  }

  private static GateLog measure(
      Purpose purpose,
      String label,
      Path candidate,
      String include,
      GateSettings settings,
      @Nullable Path jdk)
      throws IOException {
    Path log =
        FOLDER.resolve(label.replace(' ', '-') + "-" + System.currentTimeMillis() + ".jsonl");
    PairRequest request =
        new PairRequest(
            purpose,
            ArmRequest.of(base),
            new ArmRequest(label, candidate, Map.of()),
            Pattern.compile(include),
            List.of(),
            settings,
            List.of(),
            BOX,
            log,
            false,
            jdk);
    try (PairSession session = PairSession.open(request)) {
      session.run(PairListener.NONE);
    }
    show();
    return GateLogReader.read(log);
  }

  private static void show() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<GateLog> logs =
          files
              .filter(file -> file.toString().endsWith(".jsonl"))
              .sorted()
              .map(GateLogReader::read)
              .toList();
      String table = LiveTable.of(logs);
      Files.writeString(FOLDER.resolve("gate-live.md"), table);
      System.out.println(table);
    }
  }

  @Test
  void theSameCodeIsNeverRegressed() throws IOException {
    Path again = jar("again", SAME);
    List<String> convicted = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      GateSettings quick =
          settings(GateSettings.Plan.SCREEN, /* awake= */ false).withForks(2, 100, 3, 100);
      GateLog log = measure(Purpose.GATE, "same code", again, "Rows", quick);
      convicted.addAll(LiveTable.rows(log, Verdict.REGRESSED));
    }
    show();
    assertEquals(List.of(), convicted);
  }

  @Test
  void aRowBoundByTheProcessorThatIsTenPercentSlowerIsRegressed() throws IOException {
    GateLog log =
        measure(
            Purpose.GATE,
            "spin 10 % slower",
            jar("slower", "tokens=1100"),
            "Rows",
            settings(GateSettings.Plan.SCREEN, /* awake= */ false));
    assertEquals(List.of("Rows.spin"), LiveTable.rows(log, Verdict.REGRESSED));
    assertTrue(LiveTable.time(log).compareTo(LONGEST) <= 0, () -> LiveTable.time(log).toString());
  }

  @Test
  void aHandOffThatIsTwentyPercentSlowerIsRegressedWhereThatIsVisible() throws IOException {
    GateSettings settings = settings(GateSettings.Plan.FULL, /* awake= */ true);
    GateLog same =
        measure(Purpose.CALIBRATE, "same hand-off", jar("again", SAME), "handOff", settings);
    Double margin =
        Visibility.commonMargin(
            Visibility.of(Calibrator.calibrate(same, SIMULATIONS), same.header()));
    assumeTrue(
        margin != null && margin <= SLOWER,
        () -> "this machine shows a hand-off's slow-down from " + margin);
    long nanos = Math.round(SLOWER * LiveTable.baseTime(same));
    GateLog log =
        measure(
            Purpose.GATE,
            "hand-off 20 % slower",
            jar("slower", SAME + "\nhandNanos=" + nanos),
            "handOff",
            settings.withMargin(Objects.requireNonNull(margin)));
    assertEquals(List.of("Rows.handOff"), LiveTable.rows(log, Verdict.REGRESSED));
  }

  /** Twenty pairs of short forks: two minutes. */
  @Test
  void whatACalibrationShowsIsSeen() throws IOException {
    GateSettings quick =
        settings(GateSettings.Plan.FULL, /* awake= */ false).withForks(2, 100, 3, 100);
    GateLog same = measure(Purpose.CALIBRATE, "same spin", jar("again", SAME), "spin", quick);
    Double margin =
        Visibility.commonMargin(
            Visibility.of(Calibrator.calibrate(same, SIMULATIONS), same.header()));
    assumeTrue(
        margin != null && margin <= SLOWER, () -> "this machine shows a slow-down from " + margin);
    GateLog log =
        measure(
            Purpose.GATE,
            "spin 40 % slower",
            jar("slower", "tokens=1400"),
            "spin",
            quick.withMargin(Objects.requireNonNull(margin)));
    assertEquals(List.of("Rows.spin"), LiveTable.rows(log, Verdict.REGRESSED));
  }

  /** Both arms on another JDK, {@code -Dgauntlet.live.jdk=HOME}, as of {@code gate --jdk}. */
  @Test
  void forksRunOnTheJdkThatIsNamed() throws IOException {
    String home = System.getProperty("gauntlet.live.jdk", "");
    assumeTrue(!home.isEmpty(), "no other JDK is named");
    GateSettings quick =
        settings(GateSettings.Plan.SCREEN, /* awake= */ false).withForks(2, 100, 3, 100);
    GateLog log =
        measure(Purpose.GATE, "another JDK", jar("again", SAME), "spin", quick, Path.of(home));
    assertNotEquals(Facts.jdk(), log.header().jdk());
    assertEquals(List.of(), log.failures());
    assertEquals(List.of(), LiveTable.rows(log, Verdict.REGRESSED));
    Path file = newest("another-JDK");
    for (GateFork fork : GateLogReader.readWithRawJmh(file).forks()) {
      assertEquals(
          log.header().jdk().version(),
          Objects.requireNonNull(fork.jmh()).path("vmVersion").asString());
    }
  }

  private static Path newest(String label) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(label))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }
}
