package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a log means, case by case. One row at alpha .05: the first look convicts on 8 of 8. */
class GateStateTest {
  private static double[] spread(double center, int n) {
    return IntStream.range(0, n).mapToDouble(i -> center + (i - (n - 1) / 2.0) * 1e-3).toArray();
  }

  private static RowState only(GateState state) {
    assertEquals(1, state.rows().size());
    return state.rows().get(0);
  }

  private static SimulatedGate gate() {
    return SimulatedGate.of(SimulatedGate.full(), 1);
  }

  @Test
  void anEmptyLogNeedsTheFirstPairOfEveryRow() {
    GateState state = SimulatedGate.of(SimulatedGate.full(), 2).state();
    assertEquals(List.of(new Need(0, Stage.TEST, 0), new Need(1, Stage.TEST, 0)), state.needs());
    assertEquals(Verdict.INCOMPLETE, state.verdict());
    assertNull(state.rows().get(0).estimate());
  }

  @Test
  void eightPairsBelowTheMarginPass() {
    GateState state = gate().pairs(0, spread(0, 8)).state();
    RowState row = only(state);
    assertEquals(Verdict.PASS, row.verdict());
    assertTrue(row.decided());
    assertEquals(8, row.look());
    assertEquals(0, assertNotNullDouble(row.estimate()), 1e-9);
    assertEquals(Math.expm1(3.5e-3), assertNotNullDouble(row.upper()), 1e-9);
    assertEquals(List.of(), state.needs());
  }

  @Test
  void eightPairsAboveTheMarginRegress() {
    RowState row = only(gate().pairs(0, spread(Math.log(1.1), 8)).state());
    assertEquals(Verdict.REGRESSED, row.verdict());
    assertEquals(0.1, assertNotNullDouble(row.estimate()), 1e-3);
  }

  @Test
  void betweenToleranceAndMarginIsSlowerWithinMargin() {
    RowState row = only(gate().pairs(0, spread(Math.log(1.035), 8)).state());
    assertEquals(Verdict.SLOWER_WITHIN_MARGIN, row.verdict());
  }

  @Test
  void fasterByMoreThanTheToleranceIsImproved() {
    assertEquals(Verdict.IMPROVED, gate().pairs(0, spread(-0.1, 8)).state().verdict());
  }

  @Test
  void sevenPairsAreIncomplete() {
    GateState state = gate().pairs(0, spread(0, 7)).state();
    assertEquals(Verdict.INCOMPLETE, state.verdict());
    assertFalse(only(state).decided());
    assertEquals(List.of(new Need(0, Stage.TEST, 7)), state.needs());
  }

  @Test
  void aRowThatNeverDecidesEndsAtTheLastLook() {
    double[] wild =
        IntStream.range(0, 24)
            .mapToDouble(i -> 0.035 + (i % 2 == 0 ? 1 : -1) * (0.3 + i * 0.02))
            .toArray();
    GateState state = gate().pairs(0, wild).state();
    RowState row = only(state);
    assertEquals(Verdict.UNDECIDED, row.verdict());
    assertTrue(row.decided());
    assertEquals(24, row.look());
    assertEquals(List.of(), state.needs());
    assertTrue(assertNotNullDouble(row.upper()) > 0.05);
  }

  @Test
  void pairsAfterTheDecisionChangeNothing() {
    RowState at8 = only(gate().pairs(0, spread(0, 8)).state());
    RowState later = only(gate().pairs(0, spread(0, 8)).pairs(0, spread(1, 16)).state());
    assertEquals(at8, later);
  }

  @Test
  void aHalfPairIsMeasuredAgainWhole() {
    SimulatedGate gate = gate().pairs(0, 0.0).fork(0, Stage.TEST, 1, Arm.CANDIDATE, 99);
    assertEquals(List.of(new Need(0, Stage.TEST, 1)), gate.state().needs());
    assertEquals(1, only(gate.state()).kept());
    RowState row = only(gate.pair(0, Stage.TEST, 1, 0.0).state());
    assertEquals(2, row.kept());
    assertEquals(0, assertNotNullDouble(row.estimate()), 1e-9);
  }

  @Test
  void aCandidateThatFailsAloneIsNoQuestionOfPerformance() {
    SimulatedGate gate = gate().pairs(0, spread(0, 8)).failure(0, Stage.TEST, 8, Arm.CANDIDATE);
    assertEquals(Verdict.FAILED, gate.state().verdict());
  }

  @Test
  void failuresOfBothArmsEndInIncomplete() {
    SimulatedGate gate = gate();
    for (int pair = 0; pair < 3; pair++) {
      gate.failure(0, Stage.TEST, pair, pair == 1 ? Arm.BASE : Arm.CANDIDATE);
    }
    GateState state = gate.state();
    assertEquals(Verdict.INCOMPLETE, state.verdict());
    assertEquals(List.of(), state.needs());
    assertEquals(3, only(state).failed());
  }

  @Test
  void anUnusableScoreIsAFailureOfItsFork() {
    for (double bad : new double[] {Double.NaN, 0, -1, Double.POSITIVE_INFINITY}) {
      SimulatedGate gate = gate().pairs(0, spread(0, 8));
      gate.fork(0, Stage.TEST, 8, Arm.BASE, 10).fork(0, Stage.TEST, 8, Arm.CANDIDATE, bad);
      assertEquals(Verdict.FAILED, gate.state().verdict());
    }
  }

  @Test
  void foreignCpuInOneArmDropsTheWholePair() {
    SimulatedGate gate = gate();
    for (int pair = 0; pair < 16; pair++) {
      Contention busy = new Contention(pair % 2 == 0 ? 11.0 : 9.0, null, null, 9_000_000L, 9_000L);
      gate.fork(0, Stage.TEST, pair, Arm.BASE, "us/op", List.of(10.0), Map.of(), List.of());
      gate.fork(
          0, Stage.TEST, pair, Arm.CANDIDATE, "us/op", List.of(10.0), Map.of(), List.of(busy));
    }
    RowState row = only(gate.state());
    assertEquals(8, row.dropped());
    assertEquals(8, row.kept());
    assertEquals(Verdict.PASS, row.verdict());
  }

  @Test
  void stealAndThrottlingDropPairsAndRunDelayDoesNot() {
    assertEquals(1, droppedFor(new Contention(6.0, 5.0, null, null, null)));
    assertEquals(0, droppedFor(new Contention(6.0, 3.0, null, null, null)));
    assertEquals(1, droppedFor(new Contention(null, null, 1_001L, null, null)));
    assertEquals(0, droppedFor(new Contention(null, null, 999L, null, null)));
    assertEquals(0, droppedFor(new Contention(null, null, null, 100_000L, 100_000L)));
  }

  private static int droppedFor(Contention contention) {
    SimulatedGate gate = gate().fork(0, Stage.TEST, 0, Arm.CANDIDATE, 10);
    gate.fork(0, Stage.TEST, 0, Arm.BASE, "us/op", List.of(10.0), Map.of(), List.of(contention));
    return only(gate.state()).dropped();
  }

  @Test
  void aMachineThatIsNeverQuietIsUnfit() {
    SimulatedGate gate = gate();
    for (int pair = 0; pair < 16; pair++) {
      Contention busy = new Contention(80.0, null, null, null, null);
      for (Arm arm : Arm.values()) {
        gate.fork(0, Stage.TEST, pair, arm, "us/op", List.of(10.0), Map.of(), List.of(busy));
      }
    }
    GateState state = gate.state();
    assertEquals(Verdict.ENV_UNFIT, state.verdict());
    assertEquals(List.of(), state.needs());
  }

  private static double assertNotNullDouble(@org.jspecify.annotations.Nullable Double value) {
    assertNotNull(value);
    return value;
  }
}
