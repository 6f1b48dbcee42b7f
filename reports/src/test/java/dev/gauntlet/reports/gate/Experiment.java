package dev.gauntlet.reports.gate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A gate that is run many times on simulated forks. The engine that judges is the real one.
 *
 * @param settings the gate's settings
 * @param rows number of rows
 * @param noise what the forks differ by
 * @param sigma deviation of the log ratio of a pair
 * @param effect the candidate's true change, as a fraction
 * @param coin whether the order within a pair is random, as it has to be
 */
record Experiment(
    GateSettings settings, int rows, ForkNoise noise, double sigma, double effect, boolean coin) {

  /** The log ratios of successive pairs of one row. */
  double[] ratios(UniformRandomProvider random, int pairs) {
    double[] forks = new double[2 * pairs];
    noise.fill(random, forks, sigma / Math.sqrt(2));
    double[] ratios = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      double later = forks[2 * i + 1] - forks[2 * i];
      boolean baseFirst = !coin || random.nextBoolean();
      ratios[i] = (baseFirst ? later : -later) + Math.log1p(effect);
    }
    return ratios;
  }

  /** All pairs that the plan could ask for; what comes after a row's decision is not looked at. */
  GateState run(UniformRandomProvider random) {
    SimulatedGate gate = SimulatedGate.of(settings, rows);
    int screen = settings.plan() == GateSettings.Plan.SCREEN ? settings.screenPairs() : 0;
    int test = settings.looks().get(settings.looks().size() - 1);
    for (int row = 0; row < rows; row++) {
      double[] ratios = ratios(random, screen + test);
      for (int i = 0; i < screen; i++) {
        gate.pair(row, Stage.SCREEN, i, ratios[i]);
      }
      for (int i = 0; i < test; i++) {
        gate.pair(row, Stage.TEST, i, ratios[screen + i]);
      }
    }
    return gate.state();
  }

  /** Runs it and counts. */
  Rates repeat(int repetitions, long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    List<GateState> states = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      states.add(run(random));
    }
    return Rates.of(states);
  }
}
