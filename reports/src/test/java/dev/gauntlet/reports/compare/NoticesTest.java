package dev.gauntlet.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.SyntheticRun;
import dev.gauntlet.reports.record.ForkEnvironment;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.RunEnd;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.SubjectInfo.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reader must know is said, and nothing is said when there is nothing to say. */
class NoticesTest {
  private static final int FORKS = 6;

  private static SyntheticRun run() {
    return new SyntheticRun()
        .subject("jdk-fixed", Kind.PEER)
        .scenario("S", "avgt", "us/op")
        .scores("S", "jdk-fixed", 10, 10.1, 9.9, 10, 10.05, 10);
  }

  private static List<String> texts(RunRecord run) {
    return Comparer.compare(run, null, CompareOptions.defaults()).notices().stream()
        .map(Notice::text)
        .toList();
  }

  private static void assertSaid(String part, SyntheticRun run) {
    List<String> texts = texts(run.build());
    assertTrue(texts.stream().anyMatch(text -> text.contains(part)), texts.toString());
  }

  @Test
  void aQuietCompleteRunNeedsNoNotice() {
    assertEquals(List.of(), texts(run().build()));
  }

  @Test
  void anUnfinishedRunIsSaid() {
    assertEquals(Optional.empty(), Completeness.of(run().build()));
    assertEquals(
        "This run was interrupted. 6 of 8 planned forks are here; subjects or rows may be missing.",
        missing(run().planned(8).end(RunEnd.Reason.INTERRUPTED)));
    assertTrue(missing(run().end(null)).startsWith("This run did not end in good order."));
    assertTrue(
        missing(run().end(RunEnd.Reason.BUDGET)).startsWith("This run stopped when its time"));
  }

  private static String missing(SyntheticRun run) {
    Completeness missing = Completeness.of(run.build()).orElseThrow();
    return missing.headline() + " " + missing.detail();
  }

  @Test
  void fewForksAreSaid() {
    assertSaid("single fork", run().subject("b", Kind.PEER).scores("S", "b", 1));
    assertSaid("only 2 forks", run().subject("b", Kind.PEER).scores("S", "b", 1, 1));
  }

  @Test
  void failedForksAreSaidOncePerCell() {
    assertSaid(
        "2 forks failed: no worker",
        run().failure("S", "jdk-fixed", "no worker").failure("S", "jdk-fixed", "other"));
  }

  @Test
  void twoModesAreSaid() {
    assertSaid(
        "Two modes: 3 forks near 100 and 2 near 200 ns/op",
        run().subject("b", Kind.PEER).scores("S", "b", 0.1, 0.2, 0.1, 0.2, 0.1));
  }

  @Test
  void evenlySpreadForksAreNotTwoModes() {
    assertEquals(Optional.empty(), Modes.of(new double[] {1, 1.2, 1.4, 1.6, 1.8, 2}));
    assertEquals(
        Optional.empty(), Modes.of(new double[] {1, 1, 1, 1, 2}), "one outlier is no mode");
    assertEquals(Optional.empty(), Modes.of(new double[] {1, 1, 1.05, 1.05, 1.05}), "below 10 %");
    assertEquals(Optional.empty(), Modes.of(new double[] {1, 1, 2, 2}), "too few forks");
  }

  @Test
  void wideIntervalsAreSaidWithTheWidest() {
    assertSaid(
        "1 interval is wider than ±10 %, the widest: S (1 thread) / b ±",
        run().subject("b", Kind.PEER).scores("S", "b", 1, 1.2, 1.4, 1.6, 1.8));
  }

  @Test
  void aHopelessIntervalIsNotSpeltOut() {
    assertSaid(
        "S (1 thread) / b over ±100 %", run().subject("b", Kind.PEER).scores("S", "b", 1, 9));
  }

  @Test
  void forksThatGetFasterWhileMeasuredAreSaid() {
    assertSaid(
        "1 subject was still getting faster while measured, first iteration over last: S (1 thread) / b 1.50",
        iterated("avgt", 15, 12, 10));
    assertSaid("/ b 1.50", iterated("thrpt", 10, 12, 15));
  }

  @Test
  void forksThatGetSlowerOrHardlyFasterAreNot() {
    assertNotWarming(iterated("avgt", 10, 12, 15));
    assertNotWarming(iterated("thrpt", 15, 12, 10));
    assertNotWarming(iterated("avgt", 10.5, 10.2, 10));
    assertNotWarming(iterated("avgt", 10));
  }

  @Test
  void forksOfWhichSomeGetFasterAndSomeSlowerAreNot() {
    SyntheticRun run = iterated("avgt", 15, 10);
    assertNotWarming(run.iterations("S", "b", FORKS, FORKS, 10, 14));
  }

  private static SyntheticRun iterated(String mode, double... iterations) {
    return new SyntheticRun()
        .subject("jdk-fixed", Kind.PEER)
        .subject("b", Kind.PEER)
        .scenario("S", mode, "us/op")
        .scores("S", "jdk-fixed", 10, 10.1, 9.9, 10, 10.05, 10)
        .iterations("S", "b", 0, FORKS, iterations);
  }

  private static void assertNotWarming(SyntheticRun run) {
    List<String> texts = texts(run.build());
    assertTrue(texts.stream().noneMatch(text -> text.contains("faster")), texts.toString());
  }

  @Test
  void aMachineThatWasSharedIsSaid() {
    SyntheticRun run = run();
    ForkResult fork = run.build().forks().get(0);
    assertSaid(
        "1 of 7 forks did not have the machine to themselves (worst: steal 3.2 %, other processes 0.5 %)",
        run.fork(inEnvironment(fork, new ForkEnvironment(3.2, null, 0.1, null))));
    assertSaid(
        "disturbed 1 of 7 forks is not known",
        run().fork(inEnvironment(fork, ForkEnvironment.UNKNOWN)));
    assertSaid(
        "1 of 7 forks did not have",
        run().fork(inEnvironment(fork, new ForkEnvironment(0.0, 0.0, 0.1, true))));
  }

  private static ForkResult inEnvironment(ForkResult fork, ForkEnvironment environment) {
    return new ForkResult(
        9,
        fork.order(),
        fork.scenario(),
        fork.subject(),
        fork.params(),
        fork.threads(),
        fork.benchmark(),
        fork.mode(),
        fork.unit(),
        fork.score(),
        fork.iterations(),
        fork.percentiles(),
        fork.secondary(),
        fork.startedAt(),
        fork.durationMillis(),
        environment,
        null);
  }

  @Test
  void anUnknownGovernorAndADirtyTreeAreSaid() {
    assertSaid("governor is unknown", run().governor(null));
    assertSaid("governor is \"powersave\"", run().governor("powersave"));
    assertSaid("changes that are in no commit", run().dirty());
  }

  @Test
  void aRoundRecordedTwiceCountsOnce() {
    SyntheticRun run = run();
    run.fork(run.build().forks().get(0));
    assertSaid("round 1 is recorded twice", run);
  }
}
