package dev.gauntlet.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.SyntheticRun;
import dev.gauntlet.reports.record.SubjectInfo.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

/** Subjects side by side, against the library's test. */
class ContrastsTest {
  private static final int ROUNDS = 10;

  private static SyntheticRun run(String mode, String unit) {
    return new SyntheticRun()
        .subject("mine", Kind.GAUNTLET)
        .subject("jdk-fixed", Kind.PEER)
        .subject("other", Kind.PEER)
        .scenario("S", mode, unit);
  }

  private static RowGroups groups(SyntheticRun run) {
    List<RowGroups> groups =
        Comparer.compare(run.build(), null, CompareOptions.defaults()).groups();
    assertEquals(1, groups.size());
    return groups.get(0);
  }

  /** Scores around a drift that all subjects share, as forks of one round do. */
  private static double[] scores(long seed, double center) {
    double[] scores =
        SyntheticRun.around(new Random(seed * 0x9E3779B97F4A7C15L), center, 0.02, ROUNDS);
    for (int i = 0; i < ROUNDS; i++) {
      scores[i] *= 1 + i;
    }
    return scores;
  }

  @Test
  void probabilitiesAreTheLibrarysAndRatiosPaired() {
    double[] mine = scores(1, 5);
    double[] other = scores(2, 5.05);
    RowGroups row =
        groups(run("avgt", "us/op").scores("S", "mine", mine).scores("S", "other", other));
    double[] differences = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      differences[i] = Math.log(mine[i] / other[i]);
    }
    Contrast contrast = row.contrasts().get(0);
    double expected =
        WilcoxonSignedRankTest.withDefaults()
            .with(PValueMethod.EXACT)
            .test(differences)
            .getPValue();
    assertEquals(expected, contrast.probability(), 1e-12);
    assertEquals(ROUNDS, contrast.rounds());
  }

  @Test
  void whatCannotBeToldApartSharesALetter() {
    RowGroups row =
        groups(
            run("avgt", "us/op")
                .scores("S", "jdk-fixed", scores(3, 10))
                .scores("S", "other", scores(4, 10))
                .scores("S", "mine", scores(5, 5)));
    assertEquals("mine", row.members().get(0).subject());
    assertEquals(
        List.of("a", "b", "b"), row.members().stream().map(RowGroups.Member::letters).toList());
    assertTrue(row.contrasts().get(0).differ());
    assertFalse(row.contrasts().get(2).differ());
    assertEquals(0.5, row.contrasts().get(0).ratio(), 0.02);
  }

  @Test
  void moreThroughputIsLessTime() {
    RowGroups row =
        groups(
            run("thrpt", "ops/us")
                .scores("S", "jdk-fixed", scores(3, 10))
                .scores("S", "mine", scores(5, 20)));
    assertEquals("mine", row.members().get(0).subject());
    assertEquals(0.5, row.contrasts().get(0).ratio(), 0.02);
  }

  @Test
  void fiveRoundsTellNothingApart() {
    RowGroups row =
        groups(
            run("avgt", "us/op")
                .scores("S", "jdk-fixed", 9, 9.1, 9.2, 9.3, 9.4)
                .scores("S", "mine", 1, 1.1, 1.2, 1.3, 1.4));
    assertEquals(2.0 / 32, row.contrasts().get(0).probability());
    assertEquals(List.of("a", "a"), row.members().stream().map(RowGroups.Member::letters).toList());
  }

  /** The interval alone would say faster. */
  @Test
  void aVerdictClaimsNoDifferenceThatTheTableDoesNotShow() {
    SyntheticRun few =
        run("avgt", "us/op")
            .scores("S", "jdk-fixed", 2, 2.02, 2.01, 2.03, 2.02, 2.01)
            .scores("S", "mine", 1, 1.01, 1.02, 1.01, 1.02, 1.03);
    few.scenario("T", "avgt", "us/op")
        .scores("T", "jdk-fixed", 2, 2.1, 1.9, 2.2, 2, 1.9)
        .scores("T", "mine", 2.1, 2, 2, 2, 2.1, 1.9);
    assertEquals("faster (hint)", verdict(few, "mine"));
    SyntheticRun enough =
        run("avgt", "us/op")
            .scores("S", "jdk-fixed", scores(3, 10))
            .scores("S", "mine", scores(5, 5));
    assertEquals("faster", verdict(enough, "mine"));
  }

  private static String verdict(SyntheticRun run, String subject) {
    Comparison comparison = Comparer.compare(run.build(), null, CompareOptions.defaults());
    Ratio ratio = comparison.rows().get(0).cell(subject).orElseThrow().ratio();
    return Objects.requireNonNull(ratio).verdict().text();
  }

  @Test
  void aFamilyIsTheWholeTable() {
    SyntheticRun run = run("avgt", "us/op").scenario("T", "avgt", "us/op");
    for (String scenario : List.of("S", "T")) {
      run.scores(scenario, "jdk-fixed", 9, 9.1, 9.2, 9.3, 9.4, 9.5);
    }
    run.scores("S", "mine", 1, 1.1, 1.2, 1.3, 1.4, 1.5);
    run.scores("T", "mine", 9.05, 9.02, 9.25, 9.29, 9.45, 9.46);
    List<RowGroups> groups =
        Comparer.compare(run.build(), null, CompareOptions.defaults()).groups();
    // Alone 2/64 would be a difference; of two tests it is 4/64.
    assertEquals(2.0 / 64, groups.get(0).contrasts().get(0).probability());
    assertEquals(4.0 / 64, groups.get(0).contrasts().get(0).adjusted());
    assertFalse(groups.get(0).contrasts().get(0).differ());
  }
}
