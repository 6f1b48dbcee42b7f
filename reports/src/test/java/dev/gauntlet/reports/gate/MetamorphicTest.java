package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.gate.GateSettings.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change the verdict, and what must change it in a known way. */
class MetamorphicTest {
  private static final int ROWS = 6;
  private static final int PAIRS = 24;
  private static final int ITERATIONS = 4;

  private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(41);

  /** Times in microseconds by row, pair, arm and iteration; the rows differ in their effects. */
  private final double[][][][] times = new double[ROWS][PAIRS][2][ITERATIONS];

  MetamorphicTest() {
    for (int row = 0; row < ROWS; row++) {
      for (int pair = 0; pair < PAIRS; pair++) {
        for (int arm = 0; arm < 2; arm++) {
          for (int i = 0; i < ITERATIONS; i++) {
            double effect = arm * (row - 2) * 0.03;
            times[row][pair][arm][i] = 10 * Math.exp(effect + random.nextDouble(-0.04, 0.04));
          }
        }
      }
    }
  }

  private interface Scale {
    double of(double micros);
  }

  private GateState state(String unit, String mode, Scale scale, int[] rows, boolean swapped) {
    GateSettings settings =
        SimulatedGate.settings(GateSettings.Plan.FULL, Score.FLOOR, Score.MEDIAN);
    SimulatedGate gate = new SimulatedGate(SimulatedGate.header(settings, rows.length, mode));
    for (int row = 0; row < rows.length; row++) {
      for (int pair = 0; pair < PAIRS; pair++) {
        for (Arm arm : Arm.values()) {
          double[] from = times[rows[row]][pair][swapped ? 1 - arm.ordinal() : arm.ordinal()];
          List<Double> scores = new ArrayList<>();
          for (double micros : from) {
            scores.add(scale.of(micros));
          }
          gate.fork(row, Stage.TEST, pair, arm, unit, scores, Map.of(), List.of());
        }
      }
    }
    return gate.state();
  }

  private static int[] all() {
    return IntStream.range(0, ROWS).toArray();
  }

  private GateState plain() {
    return state("us/op", "avgt", micros -> micros, all(), false);
  }

  private static List<Verdict> verdicts(GateState state) {
    return state.rows().stream().map(RowState::verdict).toList();
  }

  private static void assertSame(GateState expected, GateState actual) {
    assertEquals(verdicts(expected), verdicts(actual));
    for (int i = 0; i < expected.rows().size(); i++) {
      RowState a = expected.rows().get(i);
      RowState b = actual.rows().get(i);
      assertEquals(a.look(), b.look());
      assertEquals(value(a.estimate()), value(b.estimate()), 1e-12);
      assertEquals(value(a.lower()), value(b.lower()), 1e-12);
      assertEquals(value(a.upper()), value(b.upper()), 1e-12);
    }
  }

  private static double value(@org.jspecify.annotations.Nullable Double bound) {
    return bound == null ? Double.NaN : bound;
  }

  @Test
  void theDataHoldSeveralVerdicts() {
    List<Verdict> verdicts = verdicts(plain());
    assertTrue(verdicts.contains(Verdict.PASS) && verdicts.contains(Verdict.REGRESSED));
    assertTrue(verdicts.contains(Verdict.IMPROVED));
  }

  @Test
  void aUnitChangesNothing() {
    assertSame(plain(), state("ns/op", "avgt", micros -> micros * 1e3, all(), false));
    assertSame(plain(), state("s/op", "ss", micros -> micros * 1e-6, all(), false));
  }

  @Test
  void throughputIsTimeTurnedRound() {
    assertSame(plain(), state("ops/s", "thrpt", micros -> 1e6 / micros, all(), false));
    assertSame(plain(), state("ops/us", "thrpt", micros -> 1 / micros, all(), false));
  }

  @Test
  void theUnitDecidesTheDirectionWhateverTheModeSays() {
    assertSame(plain(), state("us/op", "thrpt", micros -> micros, all(), false));
    assertSame(plain(), state("ops/us", "avgt", micros -> 1 / micros, all(), false));
  }

  @Test
  void anUnknownUnitIsReadByItsMode() {
    assertSame(plain(), state("parsecs", "avgt", micros -> micros, all(), false));
    assertSame(plain(), state("warp", "thrpt", micros -> 1 / micros, all(), false));
  }

  @Test
  void swappedArmsGiveTheMirrorImage() {
    GateState swapped = state("us/op", "avgt", micros -> micros, all(), true);
    for (int i = 0; i < swapped.rows().size(); i++) {
      RowState row = plain().rows().get(i);
      RowState mirrored = swapped.rows().get(i);
      if (row.look() == mirrored.look()) {
        assertEquals(
            -Math.log1p(value(row.estimate())), Math.log1p(value(mirrored.estimate())), 1e-9);
      }
      if (row.verdict() == Verdict.REGRESSED) {
        assertEquals(Verdict.IMPROVED, mirrored.verdict());
      }
    }
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    int[] shuffled = {3, 0, 5, 2, 4, 1};
    List<RowState> expected = plain().rows();
    List<RowState> actual = state("us/op", "avgt", micros -> micros, shuffled, false).rows();
    for (int i = 0; i < ROWS; i++) {
      for (int score = 0; score < 2; score++) {
        RowState a = expected.get(2 * shuffled[i] + score);
        RowState b = actual.get(2 * i + score);
        assertEquals(a.verdict(), b.verdict());
        assertEquals(a.upper(), b.upper());
      }
    }
  }

  @Test
  void anotherRowMakesItHarderToConvict() {
    SimulatedGate one = SimulatedGate.of(SimulatedGate.full(), 1);
    SimulatedGate two = SimulatedGate.of(SimulatedGate.full(), 2);
    double[] slower = IntStream.range(0, 8).mapToDouble(i -> 0.1 + i * 1e-3).toArray();
    assertEquals(Verdict.REGRESSED, one.pairs(0, slower).state().verdict());
    GateState doubled = two.pairs(0, slower).pairs(1, slower).state();
    assertEquals(List.of(Verdict.UNDECIDED, Verdict.UNDECIDED), verdicts(doubled));
  }

  @Test
  void armsInDifferentUnitsAreComparedInTime() {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.full(), 1);
    for (int pair = 0; pair < 8; pair++) {
      double micros = 10 + pair * 0.01;
      gate.fork(0, Stage.TEST, pair, Arm.BASE, "us/op", List.of(micros), Map.of(), List.of());
      List<Double> rate = List.of(1e3 / micros);
      gate.fork(0, Stage.TEST, pair, Arm.CANDIDATE, "ops/ms", rate, Map.of(), List.of());
    }
    RowState row = gate.state().rows().get(0);
    assertEquals(0, value(row.estimate()), 1e-12);
    assertEquals(Verdict.PASS, row.verdict());
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 15, 23})
  void aLongerLogKeepsWhatWasDecided(int pairs) {
    SimulatedGate shorter = SimulatedGate.of(SimulatedGate.full(), ROWS);
    SimulatedGate longer = SimulatedGate.of(SimulatedGate.full(), ROWS);
    for (int row = 0; row < ROWS; row++) {
      double[] ratios = new double[PAIRS];
      for (int i = 0; i < PAIRS; i++) {
        ratios[i] = Math.log(times[row][i][1][0] / times[row][i][0][0]);
      }
      shorter.pairs(row, java.util.Arrays.copyOf(ratios, pairs));
      longer.pairs(row, ratios);
    }
    int decided = 0;
    for (int row = 0; row < ROWS; row++) {
      RowState early = shorter.state().rows().get(row);
      if (early.decided()) {
        assertEquals(early, longer.state().rows().get(row));
        decided++;
      }
    }
    assertNotEquals(0, decided);
  }
}
