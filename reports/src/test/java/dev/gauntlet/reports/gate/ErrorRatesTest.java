package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The gate's promises under noise of many kinds. {@code -Dgauntlet.gate.repetitions=10000} makes
 * the bounds as tight as they are in the nightly run; {@code -Dgauntlet.gate.rows=20} takes more
 * rows.
 */
class ErrorRatesTest {
  private static final int REPETITIONS = Integer.getInteger("gauntlet.gate.repetitions", 150);
  private static final int ROWS = Integer.getInteger("gauntlet.gate.rows", 5);
  private static final double ALPHA = 0.05;
  private static final double BETA = 0.05;
  private static final double TOLERANCE = 0.02;
  private static final double MARGIN = 0.05;

  private static Rates rates(GateSettings settings, ForkNoise noise, double sigma, double effect) {
    return new Experiment(settings, ROWS, noise, sigma, effect, true).repeat(REPETITIONS, 20);
  }

  @ParameterizedTest
  @EnumSource
  void noRowAtTheToleranceIsConvictedMoreOftenThanAlpha(ForkNoise noise) {
    for (GateSettings settings :
        new GateSettings[] {SimulatedGate.full(), SimulatedGate.screen()}) {
      Rates rates = rates(settings, noise, 0.05, TOLERANCE);
      assertTrue(rates.keepsAlpha(ALPHA), () -> settings.plan() + " " + rates);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noRowAtTheMarginPassesMoreOftenThanBeta(ForkNoise noise) {
    for (GateSettings settings :
        new GateSettings[] {SimulatedGate.full(), SimulatedGate.screen()}) {
      Rates rates = rates(settings, noise, 0.05, MARGIN);
      assertTrue(rates.keepsBeta(BETA), () -> settings.plan() + " " + rates);
    }
  }

  /** The full plan's table in the design: what is found, and what unchanged rows come to. */
  @ParameterizedTest
  @CsvSource({
    "0.01, 0.05, 0.99",
    "0.02, 0.05, 0.97",
    "0.03, 0.05, 0.86",
    "0.05, 0.10, 0.99",
    "0.08, 0.10, 0.88",
    "0.08, 0.20, 0.99"
  })
  void slowerRowsAreFound(double sigma, double effect, double power) {
    int rows = 20;
    Experiment experiment =
        new Experiment(SimulatedGate.full(), rows, ForkNoise.GAUSSIAN, sigma, effect, true);
    experiment.repeat(Math.max(10, REPETITIONS / 20), 21).assertDetects(power);
  }

  @ParameterizedTest
  @CsvSource({"0.02, 8", "0.05, 12"})
  void unchangedRowsPassWithFewPairs(double sigma, double pairs) {
    Rates rates = rates(SimulatedGate.full(), ForkNoise.GAUSSIAN, sigma, 0);
    assertTrue(rates.acquittedRate() > 0.99, rates::toString);
    assertTrue(rates.pairs() < pairs + 1, rates::toString);
  }
}
