package dev.gauntlet.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The example of the paper that introduced the procedure, and small cases by hand. */
class BenjaminiHochbergTest {
  @Test
  void fourOfTheFifteenTestsOfTheThrombolysisTrialAreFindings() {
    double[] probabilities = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1
    };
    double[] adjusted = BenjaminiHochberg.adjust(probabilities);
    assertEquals(4, Arrays.stream(adjusted).filter(value -> value <= 0.05).count());
    // The fourth is .0095 * 15 / 4.
    assertEquals(0.035625, adjusted[3], 1e-12);
  }

  @Test
  void theOrderIsKeptAndValuesGrowWithTheProbability() {
    assertArrayEquals(
        new double[] {0.04, 0.03, 0.04}, BenjaminiHochberg.adjust(0.04, 0.01, 0.03), 1e-12);
    assertArrayEquals(new double[] {1, 1}, BenjaminiHochberg.adjust(1, 1));
    assertArrayEquals(new double[0], BenjaminiHochberg.adjust());
  }
}
