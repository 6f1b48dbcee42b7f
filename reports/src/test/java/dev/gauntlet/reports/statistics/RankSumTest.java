package dev.gauntlet.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against every way to choose which values are of the first sample. */
class RankSumTest {
  private static final double[] SOME = {1.5, 3.5, 4.5, 7.5};
  private static final double[] OTHERS = {1, 2, 3, 0.5, 5};

  private static int wins(double[] some, double[] others) {
    int wins = 0;
    for (double one : some) {
      for (double other : others) {
        wins += one > other ? 1 : 0;
      }
    }
    return wins;
  }

  /** Share of the choices with at least as many wins of the first sample. */
  private static double shareOfChoices() {
    double[] all = new double[SOME.length + OTHERS.length];
    System.arraycopy(SOME, 0, all, 0, SOME.length);
    System.arraycopy(OTHERS, 0, all, SOME.length, OTHERS.length);
    int seen = wins(SOME, OTHERS);
    int choices = 0;
    int extreme = 0;
    for (int chosen = 0; chosen < 1 << all.length; chosen++) {
      if (Integer.bitCount(chosen) == SOME.length) {
        choices++;
        extreme += winsOf(all, chosen) >= seen ? 1 : 0;
      }
    }
    return (double) extreme / choices;
  }

  private static int winsOf(double[] all, int chosen) {
    double[] some = new double[SOME.length];
    double[] others = new double[OTHERS.length];
    int a = 0;
    int b = 0;
    for (int i = 0; i < all.length; i++) {
      if ((chosen >> i & 1) == 1) {
        some[a++] = all[i];
      } else {
        others[b++] = all[i];
      }
    }
    return wins(some, others);
  }

  @Test
  void oneSideIsTheShareOfTheChoices() {
    assertEquals(shareOfChoices(), RankSum.greater(SOME, OTHERS), 1e-12);
  }

  @Test
  void twoSidesAreTwiceTheLesserOne() {
    assertEquals(2 * shareOfChoices(), RankSum.twoSided(SOME, OTHERS), 1e-12);
    assertEquals(RankSum.twoSided(OTHERS, SOME), RankSum.twoSided(SOME, OTHERS), 1e-12);
  }

  @Test
  void theSameValuesTwiceDoNotDiffer() {
    assertTrue(RankSum.twoSided(SOME, SOME) > 0.9);
  }
}
