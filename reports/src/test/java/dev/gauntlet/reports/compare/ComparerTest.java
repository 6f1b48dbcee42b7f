package dev.gauntlet.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.SyntheticRun;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.ConformanceMatrix.Outcome;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.ReportException;
import dev.gauntlet.reports.record.SubjectInfo.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Expected values come from the formulas worked by hand with table values of Student's t: 2.7764451
 * for 4 degrees of freedom, 12.7062047 for 1, both at 97.5 %.
 */
class ComparerTest {
  private static final double T4 = 2.7764451052;
  private static final double T1 = 12.7062047362;

  private static SyntheticRun run(String mode, String unit) {
    return new SyntheticRun()
        .subject("mine", Kind.GAUNTLET)
        .subject("jdk-fixed", Kind.PEER)
        .subject("other", Kind.PEER)
        .subject("floor", Kind.FLOOR)
        .scenario("S", mode, unit, "C1", "W3");
  }

  private static Comparison compare(SyntheticRun run) {
    return Comparer.compare(run.build(), null, CompareOptions.defaults());
  }

  private static Cell cell(Comparison comparison, String subject) {
    return comparison.rows().get(0).cell(subject).orElseThrow();
  }

  private static Ratio ratio(Comparison comparison, String subject) {
    return assertNotNull(cell(comparison, subject).ratio());
  }

  private static Interval interval(Ratio ratio) {
    return assertNotNull(ratio.interval());
  }

  @Test
  void ratiosArePairedWithinRounds() {
    // A drift of factor 10 over the rounds, the same for both: only paired ratios cancel it.
    // Log ratios: ln 0.5 + {-0.2, -0.1, 0, 0.1, 0.2}; sd = sqrt(0.1 / 4), error = sd / sqrt 5.
    double[] drift = {1, 2, 4, 7, 10};
    double[] mine = new double[5];
    for (int i = 0; i < 5; i++) {
      mine[i] = drift[i] * 0.5 * Math.exp(-0.2 + 0.1 * i);
    }
    Ratio ratio =
        ratio(
            compare(run("avgt", "us/op").scores("S", "mine", mine).scores("S", "jdk-fixed", drift)),
            "mine");
    double reach = T4 * Math.sqrt(0.1 / 4 / 5);
    assertEquals(0.5, ratio.value(), 1e-9);
    assertEquals(0.5 * Math.exp(-reach), interval(ratio).low(), 1e-9);
    assertEquals(0.5 * Math.exp(reach), interval(ratio).high(), 1e-9);
    assertEquals(5, ratio.pairs());
    assertEquals("faster (hint)", ratio.verdict().text(), "five rounds tell nothing apart");
  }

  @Test
  void roundsThatOnlyOneSideHasAreLeftOut() {
    SyntheticRun run = run("avgt", "us/op").scores("S", "mine", 2, 2, 2);
    run.scores("S", "jdk-fixed", 4);
    Comparison comparison = compare(run);
    Ratio ratio = ratio(comparison, "mine");
    assertEquals(1, ratio.pairs());
    assertEquals(0.5, ratio.value(), 1e-12);
    assertNull(ratio.interval(), "one pair has no interval");
    assertEquals("undecided", ratio.verdict().text());
    assertNull(cell(comparison, "jdk-fixed").ratio());
  }

  @Test
  void throughputIsTurnedRound() {
    Ratio ratio =
        ratio(
            compare(
                run("thrpt", "ops/us").scores("S", "mine", 8, 8).scores("S", "jdk-fixed", 2, 2)),
            "mine");
    assertEquals(0.25, ratio.value(), 1e-12);
    assertEquals(Verdict.Kind.FASTER, ratio.verdict().kind());
  }

  @Test
  void twoRoundsGiveAWideIntervalAndOnlyAHint() {
    // Log ratios 0 and 0.2: mean 0.1, sd = 0.1 sqrt 2, error = 0.1.
    Ratio ratio =
        ratio(
            compare(
                run("avgt", "us/op")
                    .scores("S", "mine", 1, Math.exp(0.2))
                    .scores("S", "jdk-fixed", 1, 1)),
            "mine");
    assertEquals(Math.exp(0.1), ratio.value(), 1e-12);
    assertEquals(Math.exp(0.1 - T1 * 0.1), interval(ratio).low(), 1e-9);
    assertEquals(Math.exp(0.1 + T1 * 0.1), interval(ratio).high(), 1e-9);
    assertTrue(ratio.verdict().hint());
    assertEquals("undecided", ratio.verdict().text());
  }

  @Test
  void aDecidedVerdictOnFewRoundsIsMarkedAsAHint() {
    Comparison comparison =
        compare(
            run("avgt", "us/op").scores("S", "mine", 3, 3, 3).scores("S", "jdk-fixed", 1, 1, 1));
    assertEquals("slower (hint)", ratio(comparison, "mine").verdict().text());
  }

  @Test
  void theVerdictsFollowTheBand() {
    CompareOptions options = CompareOptions.defaults();
    assertEquals(Verdict.Kind.FASTER, Verdict.of(new Interval(0.9, 0.98), 5, options).kind());
    assertEquals(Verdict.Kind.UNDECIDED, Verdict.of(new Interval(0.9, 0.981), 5, options).kind());
    assertEquals(Verdict.Kind.SAME, Verdict.of(new Interval(0.981, 1.02), 5, options).kind());
    assertEquals(Verdict.Kind.UNDECIDED, Verdict.of(new Interval(0.99, 1.021), 5, options).kind());
    assertEquals(Verdict.Kind.UNDECIDED, Verdict.of(new Interval(1.02, 1.5), 5, options).kind());
    assertEquals(Verdict.Kind.SLOWER, Verdict.of(new Interval(1.021, 1.5), 5, options).kind());
    assertEquals(Verdict.Kind.UNDECIDED, Verdict.of(null, 5, options).kind());
  }

  @Test
  void theAbsoluteIntervalComesFromForkMeansAlone() {
    // Logs 0, 0.1, 0.2, 0.3, 0.4: mean 0.2, variance 0.025. The two iterations of every fork differ
    // by 2 %, which
    // pooling would turn into ten values and a narrower interval.
    Sample sample =
        cell(
                compare(
                    run("avgt", "us/op")
                        .scores(
                            "S",
                            "mine",
                            1,
                            Math.exp(0.1),
                            Math.exp(0.2),
                            Math.exp(0.3),
                            Math.exp(0.4))),
                "mine")
            .sample();
    double reach = T4 * Math.sqrt(0.025 / 5);
    assertEquals(Math.exp(0.2), sample.center(), 1e-9);
    assertEquals(Math.exp(0.2), sample.median(), 1e-9);
    Interval interval = assertNotNull(sample.interval());
    assertEquals(Math.exp(0.2 - reach), interval.low(), 1e-9);
    assertEquals(Math.exp(0.2 + reach), interval.high(), 1e-9);
  }

  @Test
  void theRatioOfCentresIsTheCentreOfRatios() {
    Comparison comparison =
        compare(
            run("avgt", "us/op").scores("S", "mine", 3, 5, 4).scores("S", "jdk-fixed", 7, 6, 11));
    assertEquals(
        cell(comparison, "mine").sample().center()
            / cell(comparison, "jdk-fixed").sample().center(),
        ratio(comparison, "mine").value(),
        1e-12);
  }

  @Test
  void theBestPeerIsTheFastestThatKeepsTheRules() {
    SyntheticRun run =
        run("avgt", "us/op")
            .scores("S", "mine", 2, 2)
            .scores("S", "jdk-fixed", 4, 4)
            .scores("S", "other", 3, 3)
            .scores("S", "floor", 0.1, 0.1);
    Row row = compare(run).rows().get(0);
    assertEquals("other", row.bestPeer());
    assertEquals(
        2.0 / 3, assertNotNull(row.cell("mine").orElseThrow().toBestPeer()).value(), 1e-12);
    Row judged =
        Comparer.compare(run.build(), breaks("other", "W3"), CompareOptions.defaults())
            .rows()
            .get(0);
    assertEquals("jdk-fixed", judged.bestPeer());
    assertEquals(List.of("W3"), judged.cell("other").orElseThrow().brokenRules());
    assertFalse(judged.cell("other").orElseThrow().isRanked());
    assertTrue(judged.cell("mine").orElseThrow().isRanked());
  }

  @Test
  void aBrokenRuleTheScenarioDoesNotRelyOnChangesNothing() {
    SyntheticRun run = run("avgt", "us/op").scores("S", "other", 3, 3);
    Row row =
        Comparer.compare(run.build(), breaks("other", "L9"), CompareOptions.defaults())
            .rows()
            .get(0);
    assertTrue(row.cell("other").orElseThrow().isRanked());
    assertEquals("other", row.bestPeer());
  }

  private static ConformanceMatrix breaks(String subject, String rule) {
    return new ConformanceMatrix(
        1,
        SyntheticRun.START,
        List.of(new ConformanceMatrix.Rule(rule, "MUST", "", "", null)),
        List.of(new ConformanceMatrix.Subject(subject, null, List.of())),
        List.of(
            new ConformanceMatrix.Result(rule, subject, Outcome.BROKEN, null, "seen", true, 1)));
  }

  @Test
  void rowsAreOrderedByNumbersAndSubjectsByTheHeader() {
    SyntheticRun run = run("avgt", "us/op");
    for (String n : List.of("1000", "9", "100")) {
      run.scores("S", "other", Map.of("n", n), 1, 1).scores("S", "mine", Map.of("n", n), 1, 1);
    }
    Comparison comparison = compare(run);
    assertEquals(
        List.of("n=9, 1 thread", "n=100, 1 thread", "n=1000, 1 thread"),
        comparison.rows().stream().map(row -> row.key().variant()).toList());
    assertEquals(
        List.of("mine", "other"),
        comparison.rows().get(0).cells().stream().map(Cell::subject).toList());
  }

  @Test
  void theBaselineIsJdkFixedThenTheFirstPeerThenTheFirstSubject() {
    assertEquals(
        "jdk-fixed",
        compare(run("avgt", "us/op").scores("S", "other", 1).scores("S", "jdk-fixed", 1))
            .baseline());
    assertEquals(
        "other",
        compare(run("avgt", "us/op").scores("S", "mine", 1).scores("S", "other", 1)).baseline());
    assertEquals("mine", compare(run("avgt", "us/op").scores("S", "mine", 1)).baseline());
    ReportException e =
        assertThrows(
            ReportException.class,
            () ->
                Comparer.compare(
                    run("avgt", "us/op").scores("S", "mine", 1).build(),
                    null,
                    CompareOptions.defaults().withBaseline("nobody")));
    assertEquals("baseline \"nobody\" was not measured; measured: mine", e.getMessage());
  }

  @Test
  void unusableScoresAreLeftOutAndSaid() {
    Comparison comparison =
        compare(
            run("avgt", "us/op")
                .scores("S", "mine", 1, Double.NaN, 3, 0)
                .scores("S", "jdk-fixed", Double.POSITIVE_INFINITY));
    assertEquals(2, cell(comparison, "mine").sample().forks().size());
    assertTrue(comparison.rows().get(0).cell("jdk-fixed").isEmpty());
    assertEquals(
        3, comparison.notices().stream().filter(n -> n.text().contains("is left out")).count());
  }

  @Test
  void anEmptyRunCannotBeCompared() {
    assertThrows(ReportException.class, () -> compare(run("avgt", "us/op")));
  }

  @Test
  void costsAreTheMeanOfTheForks() {
    Cell cell = cell(compare(run("avgt", "us/op").scores("S", "mine", 1, 2)), "mine");
    assertEquals(new Footprint(48.0, 1500.0, 0.75), cell.footprint());
  }

  @Test
  void rowsThatDifferInModeAloneSaySo() {
    SyntheticRun run =
        run("avgt", "us/op").scenario("T", "sample", "us/op").scores("S", "mine", 1, 1);
    run.fork(inMode(run.build().forks().get(0), "sample"));
    assertEquals(
        List.of("1 thread, average", "1 thread, sampled"),
        compare(run).rows().stream().map(Row::label).toList());
  }

  private static ForkResult inMode(ForkResult fork, String mode) {
    return new ForkResult(
        fork.round(),
        fork.order(),
        fork.scenario(),
        fork.subject(),
        fork.params(),
        fork.threads(),
        fork.benchmark(),
        mode,
        fork.unit(),
        fork.score(),
        fork.iterations(),
        fork.percentiles(),
        fork.secondary(),
        fork.startedAt(),
        fork.durationMillis(),
        fork.environment(),
        null);
  }

  @Test
  void percentilesAreTheMedianOfTheForks() {
    Cell cell = cell(compare(run("sample", "us/op").scores("S", "mine", 1, 4, 2)), "mine");
    assertEquals(2 * 0.9, cell.percentiles().get(50.0), 1e-12);
    assertEquals(100.0, cell.percentiles().lastKey());
  }

  private static <T> T assertNotNull(@org.jspecify.annotations.Nullable T value) {
    org.junit.jupiter.api.Assertions.assertNotNull(value);
    return value;
  }
}
