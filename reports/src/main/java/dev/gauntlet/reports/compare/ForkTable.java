package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The usable forks by row and subject, subjects in the order of the run and forks in the order of
 * rounds.
 *
 * @param rows forks by row and subject; no list is empty
 * @param oddities what was left out, and why
 */
record ForkTable(Map<RowKey, Map<String, List<ForkResult>>> rows, List<Notice> oddities) {

  static ForkTable of(RunRecord run, List<SubjectInfo> subjects) {
    List<Notice> oddities = new ArrayList<>();
    Map<RowKey, Map<String, Map<Integer, ForkResult>>> byRound = new LinkedHashMap<>();
    for (ForkResult fork : run.forks()) {
      if (!isUsable(fork.score())) {
        oddities.add(
            new Notice(about(fork), "the score of a fork is " + fork.score() + " and is left out"));
        continue;
      }
      ForkResult earlier =
          byRound
              .computeIfAbsent(RowKey.of(fork), key -> new LinkedHashMap<>())
              .computeIfAbsent(fork.subject(), key -> new LinkedHashMap<>())
              .put(fork.round(), fork);
      if (earlier != null) {
        oddities.add(
            new Notice(
                about(fork),
                "round " + (fork.round() + 1) + " is recorded twice; the later fork counts"));
      }
    }
    Map<RowKey, Map<String, List<ForkResult>>> rows = new LinkedHashMap<>();
    byRound.forEach((key, cells) -> rows.put(key, inOrder(cells, subjects)));
    return new ForkTable(rows, oddities);
  }

  private static Map<String, List<ForkResult>> inOrder(
      Map<String, Map<Integer, ForkResult>> cells, List<SubjectInfo> subjects) {
    Map<String, List<ForkResult>> ordered = new LinkedHashMap<>();
    for (SubjectInfo subject : subjects) {
      Map<Integer, ForkResult> forks = cells.get(subject.name());
      if (forks != null) {
        ordered.put(
            subject.name(),
            forks.values().stream().sorted(Comparator.comparingInt(ForkResult::round)).toList());
      }
    }
    return ordered;
  }

  private static boolean isUsable(double score) {
    return Double.isFinite(score) && score > 0;
  }

  private static String about(ForkResult fork) {
    return fork.scenario() + " / " + fork.subject();
  }
}
