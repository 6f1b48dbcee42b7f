package dev.gauntlet.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Boundaries against constants found by other means, enumeration, and a library. */
class BoundariesTest {
  private static final List<Integer> LOOKS = List.of(8, 10, 12, 16, 20, 24);

  /**
   * Constants and sizes of an independent program over all 2^24 sign patterns; 0 where a look
   * cannot reject.
   */
  @ParameterizedTest
  @CsvSource({
    "0.05, 36 51 69 111 159 214, 0.04942",
    "0.025, 0 52 72 115 167 225, 0.02430",
    "0.016666666666666666, 0 53 73 118 170 230, 0.01663",
    "0.01, 0 54 75 121 175 237, 0.00962",
    "0.005, 0 55 77 124 180 245, 0.00483",
    "0.0025, 0 0 77 126 185 251, 0.00247",
    "0.001, 0 0 78 130 191 260, 0.00095",
    "0.0005, 0 0 0 130 194 265, 0.00049"
  })
  void theTableIsReproduced(double alpha, String critical, double attained) {
    Boundaries boundaries = Boundaries.of(alpha, LOOKS, false);
    List<Integer> expected = List.of(critical.split(" ")).stream().map(Integer::valueOf).toList();
    assertEquals(
        expected,
        LOOKS.stream().map(n -> boundaries.canReject(n) ? boundaries.criticalAt(n) : 0).toList());
    assertEquals(attained, boundaries.attained(), 5e-6);
    assertTrue(boundaries.joint());
  }

  /** All orders of magnitudes and all signs, from the definition of the statistic. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.3, 0.7})
  void theSizeIsWhatAllOrdersAndSignsGive(double alpha) {
    List<Integer> looks = List.of(4, 5, 7);
    Boundaries boundaries = Boundaries.of(alpha, looks, false);
    assertEquals(new AllOrders(boundaries, 7).size(), boundaries.attained(), 1e-12);
    assertTrue(boundaries.attained() <= alpha);
  }

  /** All sign patterns of 12 and all ways in which the earlier looks can be part of them. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.01, 0.2})
  void theSizeIsWhatAllPatternsOfTwelveGive(double alpha) {
    Boundaries boundaries = Boundaries.of(alpha, List.of(8, 10, 12), false);
    assertEquals(new AllPatterns(boundaries).size(), boundaries.attained(), 1e-12);
    assertTrue(boundaries.attained() <= alpha);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 8, 10, 12, 20})
  void oneLookIsTheTestOfTheLibrary(int n) {
    for (double alpha : new double[] {0.05, 0.025, 0.01}) {
      Boundaries boundaries = Boundaries.of(alpha, List.of(n), false);
      int critical = boundaries.criticalAt(n);
      if (boundaries.canReject(n)) {
        assertTrue(pValue(n, critical) <= alpha);
        assertEquals(pValue(n, critical), boundaries.attained(), 1e-12);
      }
      assertTrue(pValue(n, critical - 1) > alpha);
    }
  }

  /** Exact p-value of a sample of {@code n} magnitudes whose positive ranks add up to a sum. */
  private static double pValue(int n, int sum) {
    double[] sample = new double[n];
    int left = sum;
    for (int rank = n; rank >= 1; rank--) {
      boolean positive = rank <= left;
      sample[rank - 1] = positive ? rank : -rank;
      left -= positive ? rank : 0;
    }
    assertEquals(0, left);
    return WilcoxonSignedRankTest.withDefaults()
        .with(AlternativeHypothesis.GREATER_THAN)
        .with(PValueMethod.EXACT)
        .test(sample)
        .getPValue();
  }

  @Test
  void theLastCriticalValueCouldNotBeSmaller() {
    for (double alpha : new double[] {0.05, 0.31}) {
      Boundaries found = Boundaries.of(alpha, List.of(4, 5, 7), false);
      List<Integer> critical =
          List.of(found.critical().get(0), found.critical().get(1), found.critical().get(2) - 1);
      Boundaries laxer = new Boundaries(alpha, found.looks(), critical, 0, true);
      assertTrue(new AllOrders(laxer, 7).size() > alpha);
    }
  }

  @Test
  void strictBoundariesAddUpTheLooksOwnProbabilities() {
    for (double alpha : new double[] {0.05, 0.01}) {
      Boundaries strict = Boundaries.of(alpha, LOOKS, true);
      double sum =
          LOOKS.stream()
              .filter(strict::canReject)
              .mapToDouble(n -> pValue(n, strict.criticalAt(n)))
              .sum();
      assertEquals(sum, strict.attained(), 1e-12);
      assertTrue(strict.attained() <= alpha);
      assertFalse(strict.joint());
      Boundaries joint = Boundaries.of(alpha, LOOKS, false);
      assertTrue(
          IntStream.range(0, LOOKS.size())
              .allMatch(i -> strict.critical().get(i) >= joint.critical().get(i)));
    }
  }

  @Test
  void beyondWhatIsComputableBoundariesAreStrict() {
    Boundaries boundaries = Boundaries.of(0.05, List.of(10, 20, 40), false);
    assertFalse(boundaries.joint());
    assertTrue(boundaries.attained() <= 0.05 && boundaries.attained() > 0.045);
  }

  @Test
  void tooSmallAnAlphaNeverRejects() {
    Boundaries boundaries = Boundaries.of(1e-9, List.of(8, 10), false);
    assertFalse(boundaries.canReject(8) || boundaries.canReject(10));
    assertEquals(0, boundaries.attained());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Boundaries.of(0, LOOKS, false));
    assertThrows(IllegalArgumentException.class, () -> Boundaries.of(Double.NaN, LOOKS, false));
    assertThrows(IllegalArgumentException.class, () -> Boundaries.of(0.05, List.of(), false));
    assertThrows(IllegalArgumentException.class, () -> Boundaries.of(0.05, List.of(8, 8), false));
    Boundaries boundaries = Boundaries.of(0.05, LOOKS, false);
    assertThrows(IllegalArgumentException.class, () -> boundaries.criticalAt(9));
  }
}
