package dev.gauntlet.reports.gate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a gate log says so far: a pure function of the log.
 *
 * @param rows every gated row and score, in the order of the header's rows, then of its scores
 * @param counters counted quantities of the rows, exact or not
 * @param needs the pairs to measure next, at most one for each row, in the order of the rows; empty
 *     when every row is decided or out of pairs
 * @param verdict the worst verdict; INCOMPLETE when there is no row
 */
public record GateState(
    List<RowState> rows, List<CounterState> counters, List<Need> needs, Verdict verdict) {

  /** Evaluates a log, whole or unfinished. */
  public static GateState of(GateLog log) {
    PairTable pairs = PairTable.of(log);
    Plan plan = Plan.of(log.header(), pairs);
    List<RowState> rows = plan.rows();
    List<CounterState> counters = Counters.of(pairs);
    return new GateState(rows, counters, plan.needs(), worst(rows, counters));
  }

  private static Verdict worst(List<RowState> rows, List<CounterState> counters) {
    return Stream.concat(
            rows.stream().map(RowState::verdict),
            counters.stream().map(CounterState::verdict).filter(Objects::nonNull))
        .reduce(Verdict::worse)
        .orElse(Verdict.INCOMPLETE);
  }
}
