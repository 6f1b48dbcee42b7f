package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.GateRow;
import java.util.List;

/**
 * The rows of two arms side by side.
 *
 * @param common those of both, in the order of the candidate
 * @param added those that only the candidate has
 * @param removed those that only the base has
 */
record RowMatch(List<GateRow> common, List<GateRow> added, List<GateRow> removed) {
  static RowMatch of(List<GateRow> base, List<GateRow> candidate) {
    return new RowMatch(
        candidate.stream().filter(base::contains).toList(),
        without(candidate, base),
        without(base, candidate));
  }

  private static List<GateRow> without(List<GateRow> rows, List<GateRow> others) {
    return rows.stream().filter(row -> !others.contains(row)).toList();
  }
}
