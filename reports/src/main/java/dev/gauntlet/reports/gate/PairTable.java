package dev.gauntlet.reports.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The pairs of a log by row and stage, each list in the order of the pairs' numbers. */
final class PairTable {
  private record Key(int row, Stage stage) {}

  private final Map<Key, SortedMap<Integer, Pair>> pairs = new HashMap<>();
  private final GateHeader header;

  private PairTable(GateHeader header) {
    this.header = header;
  }

  /** Failures are read first: a fork of the same pair and arm is a later, successful attempt. */
  static PairTable of(GateLog log) {
    PairTable table = new PairTable(log.header());
    log.failures()
        .forEach(failure ->
            table.change(
                failure.row(),
                failure.stage(),
                failure.pair(),
                pair -> pair.withFailure(failure.arm())));
    log.forks()
        .forEach(
            fork -> table.change(fork.row(), fork.stage(), fork.pair(), pair -> pair.with(fork)));
    return table;
  }

  private void change(int row, Stage stage, int number, UnaryOperator<Pair> change) {
    pairs
        .computeIfAbsent(new Key(row, stage), key -> new TreeMap<>())
        .compute(
            number,
            (key, pair) ->
                change.apply(pair == null ? new Pair(number, null, null, false, false) : pair));
  }

  GateHeader header() {
    return header;
  }

  /** The pairs of a row in a stage. */
  List<Pair> pairs(int row, Stage stage) {
    SortedMap<Integer, Pair> found = pairs.get(new Key(row, stage));
    return found == null ? List.of() : List.copyOf(found.values());
  }

  /** The pairs of a row in both stages. */
  List<Pair> pairs(int row) {
    List<Pair> both = new ArrayList<>(pairs(row, Stage.SCREEN));
    both.addAll(pairs(row, Stage.TEST));
    return both;
  }

  /** The pair to measure next: the last one again when half of it is missing, else a new one. */
  Need next(int row, Stage stage) {
    List<Pair> known = pairs(row, stage);
    if (known.isEmpty()) {
      return new Need(row, stage, 0);
    }
    Pair last = known.get(known.size() - 1);
    return new Need(row, stage, last.isHalf() ? last.number() : last.number() + 1);
  }

  /** Whether the candidate's forks failed in this row and the base's never did. */
  boolean isCandidateBroken(int row) {
    List<Pair> all = pairs(row);
    return all.stream().anyMatch(Pair::candidateFailed) && all.stream().noneMatch(Pair::baseFailed);
  }
}
