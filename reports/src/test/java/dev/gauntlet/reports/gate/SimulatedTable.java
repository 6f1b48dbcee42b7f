package dev.gauntlet.reports.gate;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prints what docs/results/gate-simulation.md shows; {@code -Dgauntlet.gate.table=400} is the
 * number of simulated gates for each of its lines. No build runs it: its name is that of no test.
 */
class SimulatedTable {
  private static final int GATES = Integer.getInteger("gauntlet.gate.table", 1);
  private static final int ROWS = 20;
  private static final double[] EFFECTS = {0, 0.05, 0.1, 0.2};

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05})
  void verdictsByNoiseAndEffect(double alpha) {
    System.out.println("alpha " + alpha);
    for (GateSettings.Plan plan : GateSettings.Plan.values()) {
      GateSettings settings = SimulatedGate.settings(plan, alpha, GateSettings.Score.FLOOR);
      for (double sigma : new double[] {0.01, 0.02, 0.03, 0.05, 0.08}) {
        StringBuilder line = new StringBuilder();
        for (double effect : EFFECTS) {
          Rates rates = rates(settings, ForkNoise.GAUSSIAN, sigma, effect, 99);
          line.append(
              String.format(
                  Locale.ROOT,
                  " %.3f / %.3f / %.1f |",
                  rates.regressedRate(),
                  rates.acquittedRate(),
                  rates.pairs()));
        }
        System.out.printf(Locale.ROOT, "| %s | %.0f %% |%s%n", settings.plan(), sigma * 100, line);
      }
    }
  }

  @Test
  void errorRatesByKindOfNoise() {
    for (ForkNoise noise : ForkNoise.values()) {
      StringBuilder line = new StringBuilder();
      for (GateSettings settings :
          new GateSettings[] {SimulatedGate.full(), SimulatedGate.screen()}) {
        line.append(
            String.format(
                Locale.ROOT,
                " %.4f | %.4f |",
                rates(settings, noise, 0.05, settings.tolerance(), 7).convictedRate(),
                rates(settings, noise, 0.05, settings.margin(), 8).acquittedRate()));
      }
      System.out.println("| " + noise + " |" + line);
    }
  }

  private static Rates rates(
      GateSettings settings, ForkNoise noise, double sigma, double effect, long seed) {
    return new Experiment(settings, ROWS, noise, sigma, effect, true).repeat(GATES, seed);
  }
}
