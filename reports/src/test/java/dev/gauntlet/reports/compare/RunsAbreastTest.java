package dev.gauntlet.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gauntlet.reports.SyntheticRun;
import dev.gauntlet.reports.compare.RunsAbreast.Line;
import dev.gauntlet.reports.compare.RunsAbreast.Point;
import dev.gauntlet.reports.record.SubjectInfo.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Runs of different days side by side. */
class RunsAbreastTest {
  private static final double[] FORKS = {10, 10.1, 10.2, 10.3, 10.4, 10.5};

  private static SyntheticRun empty() {
    return new SyntheticRun()
        .subject("mine", Kind.GAUNTLET)
        .subject("other", Kind.PEER)
        .scenario("S", "avgt", "us/op")
        .scenario("T", "thrpt", "ops/us");
  }

  /** A run whose forks take a multiple of the time that those of the first take, out of step. */
  private static SyntheticRun run(double factor) {
    return empty().scores("S", "mine", times(factor));
  }

  private static double[] times(double factor) {
    return Arrays.stream(FORKS).map(time -> time * factor).toArray();
  }

  private static RunsAbreast abreast(SyntheticRun... runs) {
    return RunsAbreast.of(
        Arrays.stream(runs)
            .map(run -> Comparer.compare(run.build(), null, CompareOptions.defaults()))
            .toList());
  }

  private static List<String> letters(Line line) {
    return line.points().stream().map(Point::letters).toList();
  }

  @Test
  void runsThatCannotBeToldApartShareALetter() {
    RunsAbreast abreast = abreast(run(1), run(1.003), run(2));
    assertEquals(1, abreast.rows().size());
    Line line = abreast.rows().get(0);
    assertEquals(List.of("a", "a", "b"), letters(line));
    assertNull(line.points().get(0).ratio());
    Ratio third = line.points().get(2).ratio();
    assertNotNull(third);
    assertEquals(2, third.value(), 1e-9);
    assertEquals(Verdict.Kind.SLOWER, third.verdict().kind());
  }

  /** Of 3 and 3 forks the least probability is 2 of 20. */
  @Test
  void threeForksTellNothingApart() {
    RunsAbreast abreast =
        abreast(
            empty().scores("S", "mine", 1, 1.1, 1.2),
            empty().scores("S", "mine", 2, 2.1, 2.2),
            empty().scores("S", "mine", 4, 4.1, 4.2));
    assertEquals(List.of("a", "a", "a"), letters(abreast.rows().get(0)));
  }

  /** Of 4 and 4 forks it is 2 of 70: alone a difference, twice that when another row has none. */
  @Test
  void aFamilyIsTheWholeTable() {
    SyntheticRun before = empty().scores("S", "mine", 1, 1.1, 1.2, 1.3);
    SyntheticRun after = empty().scores("S", "mine", 2, 2.1, 2.2, 2.3);
    assertEquals(List.of("a", "b"), letters(abreast(before, after).rows().get(0)));
    before.scores("S", "other", 1, 1.1, 1.2, 1.3);
    after.scores("S", "other", 1.01, 1.11, 1.19, 1.29);
    assertEquals(List.of("a", "a"), letters(abreast(before, after).rows().get(0)));
  }

  /** One fork of six lies among the others: 5 of 36 pairs, whose two-sided probability is 0.041. */
  @Test
  void aDifferenceThatTheTableDoesNotShowIsAHint() {
    SyntheticRun before = empty().scores("S", "mine", FORKS);
    SyntheticRun after = empty().scores("S", "mine", 10.05, 11.38, 11.39, 11.4, 11.41, 11.42);
    Point alone = abreast(before, after).rows().get(0).points().get(1);
    assertEquals(0.041, Objects.requireNonNull(alone.adjusted()), 0.0005);
    assertEquals("slower", Objects.requireNonNull(alone.ratio()).verdict().text());
    assertEquals("b", alone.letters());
    before.scores("S", "other", FORKS);
    after.scores("S", "other", times(1.001));
    Point amongOthers = abreast(before, after).rows().get(0).points().get(1);
    assertEquals(0.082, Objects.requireNonNull(amongOthers.adjusted()), 0.001);
    assertEquals("slower (hint)", Objects.requireNonNull(amongOthers.ratio()).verdict().text());
    assertEquals("a", amongOthers.letters());
    assertEquals(
        List.of("slower (hint)", "undecided"),
        RunDifference.between(comparison(before), comparison(after))
            .judgedTogether()
            .changes()
            .stream()
            .map(change -> change.ratio().verdict().text())
            .toList());
  }

  private static Comparison comparison(SyntheticRun run) {
    return Comparer.compare(run.build(), null, CompareOptions.defaults());
  }

  @Test
  void moreThroughputIsLessTime() {
    RunsAbreast abreast =
        abreast(empty().scores("T", "mine", times(1)), empty().scores("T", "mine", times(2)));
    Ratio ratio = abreast.rows().get(0).points().get(1).ratio();
    assertNotNull(ratio);
    assertEquals(0.5, ratio.value(), 1e-9);
  }

  @Test
  void aRunOfAnotherMachineHasNoLetter() {
    RunsAbreast abreast = abreast(run(1), run(2).cpuModel("another"), run(2));
    assertEquals(List.of("a", "", "b"), letters(abreast.rows().get(0)));
    assertEquals(List.of(), abreast.obstacles().get(0));
    assertEquals(
        List.of("CPU model differs: invented for tests / another"), abreast.obstacles().get(1));
  }

  @Test
  void whatTheFirstRunAloneHasOrLacksIsNoLine() {
    RunsAbreast abreast =
        abreast(run(1).scores("S", "other", FORKS), run(1).scores("T", "mine", FORKS), run(1));
    assertEquals(1, abreast.rows().size());
    assertFalse(abreast.rows().get(0).subject().equals("other"));
  }
}
