package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Screen and confirm, driven by what the engine asks for. */
class ScreenPlanTest {
  /** Measures what is asked for until nothing is; rows are as slow as given. */
  private static GateState play(SimulatedGate gate, double... effects) {
    Set<Need> measured = new HashSet<>();
    GateState state = gate.state();
    while (!state.needs().isEmpty()) {
      for (Need need : state.needs()) {
        assertTrue(measured.add(need), () -> "asked twice for " + need);
        double noise = ((need.pair() * 7) % 24 - 11.5) * 1e-3;
        gate.pair(need.row(), need.stage(), need.pair(), Math.log1p(effects[need.row()]) + noise);
      }
      state = gate.state();
    }
    return state;
  }

  @Test
  void rowsAreScreenedAndOnlySuspectsTested() {
    GateState state = play(SimulatedGate.of(SimulatedGate.screen(), 4), 0, 0.1, 0, -0.1);
    List<RowState> rows = state.rows();
    assertEquals(
        List.of(Verdict.PASS, Verdict.REGRESSED, Verdict.PASS, Verdict.IMPROVED),
        rows.stream().map(RowState::verdict).toList());
    assertEquals(
        List.of(Stage.SCREEN, Stage.TEST, Stage.SCREEN, Stage.SCREEN),
        rows.stream().map(RowState::stage).toList());
    assertEquals(List.of(6, 8, 6, 6), rows.stream().map(RowState::kept).toList());
    assertTrue(rows.get(1).suspect());
    assertEquals(Verdict.REGRESSED, state.verdict());
  }

  @Test
  void nothingIsTestedBeforeEveryRowIsScreened() {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.screen(), 2);
    IntStream.range(0, 6).forEach(pair -> gate.pair(0, Stage.SCREEN, pair, 0.2 + pair * 1e-3));
    GateState state = gate.state();
    assertEquals(List.of(new Need(1, Stage.SCREEN, 0)), state.needs());
    assertFalse(state.rows().get(0).verdict() == Verdict.REGRESSED);
  }

  @Test
  void suspectsShareAlphaAmongThemselvesAlone() {
    // Two suspects share alpha, and at .025 eight pairs cannot convict; ten can.
    GateState two = play(SimulatedGate.of(SimulatedGate.screen(), 3), 0.1, 0.1, 0);
    assertEquals(10, two.rows().get(0).look());
    GateState one = play(SimulatedGate.of(SimulatedGate.screen(), 3), 0.1, 0, 0);
    assertEquals(8, one.rows().get(0).look());
  }

  @Test
  void theScreenAcquitsOnThreePatternsOfSixtyFour() {
    // The least or the second least distance from the margin is above it: 3 of 64 with none above.
    assertEquals(Verdict.PASS, screened(-0.01, -0.02, -0.03, -0.04, -0.05, 0.055).verdict());
    assertEquals(Verdict.PASS, screened(-0.01, -0.02, -0.03, -0.04, 0.042, 0.100).verdict());
    // The third least: 5 of 64.
    GateState doubtful = screened(-0.01, -0.02, -0.03, -0.04, -0.05, 0.119);
    assertEquals(Verdict.UNDECIDED, doubtful.verdict());
    assertEquals(List.of(), doubtful.needs());
  }

  private static GateState screened(double... ratios) {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.screen(), 1);
    for (int pair = 0; pair < ratios.length; pair++) {
      gate.pair(0, Stage.SCREEN, pair, ratios[pair]);
    }
    return gate.state();
  }

  @Test
  void aRowThatCannotBeScreenedDoesNotHoldUpTheOthers() {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.screen(), 2);
    for (int pair = 0; pair < 3; pair++) {
      gate.failure(0, Stage.SCREEN, pair, Arm.CANDIDATE);
    }
    GateState state = play(gate, 0, 0.1);
    assertEquals(Verdict.FAILED, state.rows().get(0).verdict());
    assertEquals(Verdict.REGRESSED, state.rows().get(1).verdict());
  }
}
