package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.statistics.BenjaminiHochberg;
import dev.gauntlet.reports.statistics.LetterGroups;
import dev.gauntlet.reports.statistics.SignedRankLaw;
import dev.gauntlet.reports.statistics.WalshAverages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every two subjects of every row, side by side. The rounds of a run are complete blocks in random
 * order, so two forks of one round are compared with each other and with no other. The table as a
 * whole holds at most {@link Contrast#RATE} false differences among its differences, on average: a
 * table for reading, never a gate.
 */
final class Contrasts {
  private Contrasts() {}

  /** Groups the ranked subjects of every row. */
  static List<RowGroups> of(List<Row> rows) {
    List<RowGroups> raw = rows.stream().map(Contrasts::raw).toList();
    double[] adjusted =
        BenjaminiHochberg.adjust(
            raw.stream()
                .flatMap(row -> row.contrasts().stream())
                .mapToDouble(Contrast::probability)
                .toArray());
    List<RowGroups> groups = new ArrayList<>();
    int next = 0;
    for (RowGroups row : raw) {
      List<Contrast> contrasts = new ArrayList<>();
      for (Contrast contrast : row.contrasts()) {
        contrasts.add(withAdjusted(contrast, adjusted[next++]));
      }
      groups.add(new RowGroups(row.key(), lettered(row.members(), contrasts), contrasts));
    }
    return List.copyOf(groups);
  }

  private static Contrast withAdjusted(Contrast raw, double adjusted) {
    return new Contrast(
        raw.first(), raw.second(), raw.rounds(), raw.ratio(), raw.probability(), adjusted);
  }

  private static RowGroups raw(Row row) {
    List<Cell> cells =
        row.cells().stream()
            .filter(Cell::isRanked)
            .sorted(Comparator.comparingDouble(cell -> row.key().time(cell.sample().center())))
            .toList();
    List<Contrast> contrasts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      for (int j = i + 1; j < cells.size(); j++) {
        contrasts.add(contrast(row.key(), cells.get(i), cells.get(j)));
      }
    }
    List<RowGroups.Member> members =
        cells.stream().map(cell -> new RowGroups.Member(cell.subject(), "")).toList();
    return new RowGroups(row.key(), members, contrasts);
  }

  private static Contrast contrast(RowKey key, Cell first, Cell second) {
    Map<Integer, Double> over = logsByRound(key, first);
    Map<Integer, Double> under = logsByRound(key, second);
    double[] differences =
        over.keySet().stream()
            .filter(under::containsKey)
            .mapToDouble(round -> over.getOrDefault(round, 0.0) - under.getOrDefault(round, 0.0))
            .toArray();
    if (differences.length == 0) {
      return new Contrast(first.subject(), second.subject(), 0, Double.NaN, 1, 1);
    }
    WalshAverages averages = WalshAverages.of(differences);
    double probability = SignedRankLaw.twoSided(averages, differences.length);
    return new Contrast(
        first.subject(),
        second.subject(),
        differences.length,
        Math.exp(averages.median()),
        probability,
        probability);
  }

  private static Map<Integer, Double> logsByRound(RowKey key, Cell cell) {
    return cell.sample().forks().stream()
        .collect(Collectors.toMap(ForkResult::round, fork -> Math.log(key.time(fork.score()))));
  }

  private static List<RowGroups.Member> lettered(
      List<RowGroups.Member> members, List<Contrast> contrasts) {
    boolean[][] differs = new boolean[members.size()][members.size()];
    int next = 0;
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        differs[i][j] = contrasts.get(next++).differ();
        differs[j][i] = differs[i][j];
      }
    }
    List<String> letters = LetterGroups.of(differs);
    List<RowGroups.Member> lettered = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      lettered.add(new RowGroups.Member(members.get(i).subject(), letters.get(i)));
    }
    return List.copyOf(lettered);
  }
}
