package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/**
 * Ways to do it wrong. Each must break the very assertion that the gate keeps, or that assertion is
 * no proof; next to each is the same data done right.
 */
class NegativeControlsTest {
  private static final int REPETITIONS = 150;
  private static final double ALPHA = 0.05;
  private static final double TOLERANCE = 0.02;

  private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(38);

  private interface Run {
    GateState once();
  }

  private static Rates repeat(Run run) {
    List<GateState> states = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      states.add(run.once());
    }
    return Rates.of(states);
  }

  @Test
  void aFixedOrderUnderDriftConvictsTheInnocent() {
    Experiment fixed =
        new Experiment(SimulatedGate.full(), 5, ForkNoise.DRIFT, 0.05, TOLERANCE, false);
    Experiment random =
        new Experiment(SimulatedGate.full(), 5, ForkNoise.DRIFT, 0.05, TOLERANCE, true);
    assertFalse(fixed.repeat(REPETITIONS, 1).keepsAlpha(ALPHA));
    assertTrue(random.repeat(REPETITIONS, 1).keepsAlpha(ALPHA));
  }

  /** Four forks with six iterations each, most of whose variance is the fork's. */
  @Test
  void pooledIterationsConvictTheInnocent() {
    assertFalse(repeat(() -> iterations(4, 6)).keepsAlpha(ALPHA));
    assertTrue(repeat(() -> iterations(24, 1)).keepsAlpha(ALPHA));
  }

  private GateState iterations(int forks, int iterationsPerFork) {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.full(), 5);
    for (int row = 0; row < 5; row++) {
      double[] fork = gaussian(forks, 0.05);
      for (int i = 0; i < forks * iterationsPerFork; i++) {
        double iteration = gaussian(1, 0.03)[0];
        gate.pairs(row, fork[i / iterationsPerFork] + iteration + Math.log1p(TOLERANCE));
      }
    }
    return gate.state();
  }

  private double[] gaussian(int n, double sigma) {
    double[] values = new double[n];
    ForkNoise.GAUSSIAN.fill(random, values, sigma);
    return values;
  }

  @Test
  void screeningDataThatIsUsedAgainConvictsTheInnocent() {
    assertFalse(repeat(() -> screened(true)).keepsAlpha(ALPHA));
    assertTrue(repeat(() -> screened(false)).keepsAlpha(ALPHA));
  }

  private GateState screened(boolean again) {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.screen(), 20);
    for (int row = 0; row < 20; row++) {
      double[] ratios = gaussian(30, 0.05);
      for (int i = 0; i < 6; i++) {
        gate.pair(row, Stage.SCREEN, i, ratios[i] + Math.log1p(TOLERANCE));
      }
      for (int i = 0; i < 24; i++) {
        double ratio = ratios[again ? i : i + 6];
        gate.pair(row, Stage.TEST, i, ratio + Math.log1p(TOLERANCE));
      }
    }
    return gate.state();
  }

  /** Each arm loses its own disturbed forks, and what is left is paired by position. */
  @Test
  void dropsOfOneArmConvictTheInnocent() {
    assertFalse(repeat(() -> disturbed(true)).keepsAlpha(ALPHA));
    assertTrue(repeat(() -> disturbed(false)).keepsAlpha(ALPHA));
  }

  private GateState disturbed(boolean perArm) {
    int pairs = 36;
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.full(), 5);
    for (int row = 0; row < 5; row++) {
      List<Double> base = new ArrayList<>();
      List<Double> candidate = new ArrayList<>();
      double[] forks = new double[2 * pairs];
      ForkNoise.DRIFT.fill(random, forks, 0.02);
      for (int i = 0; i < pairs; i++) {
        int first = random.nextInt(2);
        boolean baseKept = random.nextDouble() > 0.15;
        boolean candidateKept = random.nextDouble() > 0.15;
        if (perArm ? baseKept : baseKept && candidateKept) {
          base.add(forks[2 * i + first]);
        }
        if (perArm ? candidateKept : baseKept && candidateKept) {
          candidate.add(forks[2 * i + 1 - first]);
        }
      }
      gate.pairs(row, differences(base, candidate));
    }
    return gate.state();
  }

  private static double[] differences(List<Double> base, List<Double> candidate) {
    return IntStream.range(0, Math.min(base.size(), candidate.size()))
        .mapToDouble(i -> candidate.get(i) - base.get(i) + Math.log1p(TOLERANCE))
        .toArray();
  }

  /** The candidate runs more threads; where they get in each other's way it is 30 % slower. */
  @Test
  void dropsForWhatTheCandidateCausesItselfHideARegression() {
    assertFalse(repeat(() -> threadHungry(true)).keepsBeta(0.05));
    assertTrue(repeat(() -> threadHungry(false)).keepsBeta(0.05));
  }

  private GateState threadHungry(boolean dropForRunDelay) {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.full(), 1);
    for (int i = 0; i < 48; i++) {
      boolean crowded = random.nextDouble() < 0.4;
      long runDelay = crowded ? 90_000 : 0;
      Contention seen =
          new Contention(dropForRunDelay ? runDelay / 1000.0 : 0, 0.0, 0L, runDelay, 0L);
      double d = gaussian(1, 0.01)[0] + (crowded ? Math.log(1.3) : 0);
      gate.fork(0, Stage.TEST, i, Arm.BASE, 10);
      List<Double> scores = List.of(10 * Math.exp(d));
      gate.fork(0, Stage.TEST, i, Arm.CANDIDATE, "us/op", scores, Map.of(), List.of(seen));
    }
    return gate.state();
  }
}
