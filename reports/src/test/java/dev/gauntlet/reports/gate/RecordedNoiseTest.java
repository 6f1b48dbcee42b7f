package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.gate.GateSettings.Plan;
import dev.gauntlet.reports.gate.GateSettings.Score;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.RunRecordReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Gates on what real forks of the same code differed by: successive forks of each subject and row
 * of a stored run, some 15 % to either side, with tails that no normal law has, and at first a
 * drift.
 */
class RecordedNoiseTest {
  private static final Path RECORD = Path.of("..", "docs", "results", "quick-2026-11-24.jsonl.gz");
  private static final int REPETITIONS = 400;
  private static final int ROWS = 5;
  private static final double ALPHA = 0.05;

  private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(38);

  /** Log ratios of the times of successive forks, the earlier one being the base. */
  private static double[] ratios(String scenario) {
    Map<List<Object>, List<ForkResult>> cells =
        RunRecordReader.read(RECORD).forks().stream()
            .filter(fork -> fork.scenario().startsWith(scenario))
            .collect(Collectors.groupingBy(RecordedNoiseTest::cell));
    List<Double> ratios = new ArrayList<>();
    for (List<ForkResult> cell : cells.values()) {
      List<ForkResult> forks =
          cell.stream().sorted(Comparator.comparingInt(ForkResult::round)).toList();
      for (int i = 0; i + 1 < forks.size(); i += 2) {
        double time = Math.log(forks.get(i + 1).score() / forks.get(i).score());
        ratios.add(forks.get(i).mode().equals("thrpt") ? -time : time);
      }
    }
    return ratios.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Object> cell(ForkResult fork) {
    return List.of(fork.benchmark(), fork.mode(), fork.subject(), fork.params(), fork.threads());
  }

  private Rates gates(Plan plan, double[] ratios, double effect, boolean coin) {
    List<GateState> states = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      states.add(gate(SimulatedGate.settings(plan, Score.FLOOR), ratios, effect, coin));
    }
    return Rates.of(states);
  }

  private GateState gate(GateSettings settings, double[] ratios, double effect, boolean coin) {
    SimulatedGate gate = SimulatedGate.of(settings, ROWS);
    for (int row = 0; row < ROWS; row++) {
      for (int pair = 0; pair < settings.screenPairs(); pair++) {
        gate.pair(row, Stage.SCREEN, pair, drawn(ratios, coin) + Math.log1p(effect));
      }
      for (int pair = 0; pair < settings.looks().getLast(); pair++) {
        gate.pair(row, Stage.TEST, pair, drawn(ratios, coin) + Math.log1p(effect));
      }
    }
    return gate.state();
  }

  private double drawn(double[] ratios, boolean coin) {
    double ratio = ratios[random.nextInt(ratios.length)];
    return coin && random.nextBoolean() ? -ratio : ratio;
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void bothErrorRatesAreKept(Plan plan) {
    double[] ratios = ratios("");
    assertEquals(117, ratios.length);
    GateSettings settings = SimulatedGate.full();
    assertTrue(gates(plan, ratios, settings.tolerance(), true).keepsAlpha(ALPHA));
    assertTrue(gates(plan, ratios, settings.margin(), true).keepsBeta(settings.beta()));
  }

  /** The run's round trips get faster from round to round; a coin turns that into noise. */
  @ParameterizedTest
  @EnumSource(Plan.class)
  void withoutTheCoinTheDriftConvicts(Plan plan) {
    double[] backwards = ratios("RoundTripLatency");
    for (int i = 0; i < backwards.length; i++) {
      backwards[i] = -backwards[i];
    }
    assertFalse(gates(plan, backwards, 0, false).keepsAlpha(ALPHA));
    assertTrue(gates(plan, backwards, 0, true).keepsAlpha(ALPHA));
  }
}
