package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counted quantities as hard gates. */
class CountersTest {
  private static final String BYTES = "gc.alloc.rate.norm";

  private static GateState state(String name, double[] base, double[] candidate) {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.full(), 1);
    for (int pair = 0; pair < base.length; pair++) {
      add(gate, pair, Arm.BASE, Map.of(name, List.of(base[pair], base[pair])));
      add(gate, pair, Arm.CANDIDATE, Map.of(name, List.of(candidate[pair])));
    }
    return gate.state();
  }

  private static void add(
      SimulatedGate gate, int pair, Arm arm, Map<String, List<Double>> secondary) {
    gate.fork(0, Stage.TEST, pair, arm, "us/op", List.of(10.0, 10.0), secondary, List.of());
  }

  private static CounterState only(GateState state) {
    assertEquals(1, state.counters().size());
    return state.counters().get(0);
  }

  @Test
  void sixteenBytesMoreInEveryPairFailWhateverTheTimes() {
    double[] base = {104.0001, 104.002, 104.0029};
    GateState state = state(BYTES, base, new double[] {120.1, 120, 120});
    CounterState bytes = only(state);
    assertTrue(bytes.exact());
    assertEquals(104, bytes.base());
    assertEquals(120, bytes.candidate());
    assertEquals(Verdict.REGRESSED, bytes.verdict());
    assertEquals(Verdict.REGRESSED, state.verdict());
  }

  @Test
  void lessThanEightBytesOrOnePercentIsNoDifference() {
    double[] base = {104, 104, 104};
    assertEquals(Verdict.PASS, only(state(BYTES, base, new double[] {111, 111, 111})).verdict());
    assertEquals(
        Verdict.REGRESSED, only(state(BYTES, base, new double[] {112, 112, 112})).verdict());
    double[] large = {10_000, 10_000, 10_000};
    assertEquals(
        Verdict.PASS, only(state(BYTES, large, new double[] {10_099, 10_099, 10_099})).verdict());
    assertEquals(
        Verdict.REGRESSED,
        only(state(BYTES, large, new double[] {10_100, 10_100, 10_100})).verdict());
  }

  @Test
  void allPairsHaveToAgreeAndMostOfThemAreNoPass() {
    double[] base = {104, 104, 104};
    assertEquals(
        Verdict.UNDECIDED, only(state(BYTES, base, new double[] {104, 240, 240})).verdict());
    assertEquals(Verdict.PASS, only(state(BYTES, base, new double[] {104, 104, 240})).verdict());
    assertEquals(Verdict.IMPROVED, only(state(BYTES, base, new double[] {88, 88, 88})).verdict());
  }

  @Test
  void aBaseThatVariesIsShownAndNotGated() {
    CounterState bytes =
        only(state(BYTES, new double[] {120.3, 145, 130}, new double[] {300, 300, 300}));
    assertFalse(bytes.exact());
    assertNull(bytes.verdict());
  }

  @Test
  void twoPairsAreIncomplete() {
    assertEquals(
        Verdict.INCOMPLETE,
        only(state(BYTES, new double[] {1, 1}, new double[] {99, 99})).verdict());
  }

  @Test
  void bytesThatJmhLeftOutAreNone() {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.full(), 1);
    for (int pair = 0; pair < 3; pair++) {
      add(gate, pair, Arm.BASE, Map.of("gc.alloc.rate", List.of(0.001)));
      add(gate, pair, Arm.CANDIDATE, Map.of(BYTES, List.of(24.0)));
    }
    CounterState bytes = only(gate.state());
    assertEquals(0, bytes.base());
    assertEquals(Verdict.REGRESSED, bytes.verdict());
  }

  @Test
  void withoutTheProfilerThereIsNoRow() {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.full(), 1).pairs(0, 0, 0, 0);
    assertEquals(List.of(), gate.state().counters());
  }

  @Test
  void namesOfOldJmhAndRaggedValuesAreRead() {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.full(), 1);
    for (int pair = 0; pair < 3; pair++) {
      add(gate, pair, Arm.BASE, Map.of("·" + BYTES, List.of(32.0)));
      add(gate, pair, Arm.CANDIDATE, Map.of(BYTES, List.of(Double.NaN, 32.0, 32.0)));
    }
    CounterState bytes = only(gate.state());
    assertEquals(32, bytes.base());
    assertEquals(Verdict.PASS, bytes.verdict());
  }

  @Test
  void theBenchmarksOwnCountsHaveFinerLimits() {
    double[] base = {2, 2, 2};
    assertEquals(
        Verdict.REGRESSED,
        only(state("count.parks", base, new double[] {2.1, 2.1, 2.1})).verdict());
    assertEquals(
        Verdict.PASS, only(state("count.parks", base, new double[] {2.01, 2.01, 2.01})).verdict());
    assertEquals(List.of(), state("cpu.time.norm", base, new double[] {9, 9, 9}).counters());
  }
}
