package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the subjects that are drawn when there are too many for one chart: the project's own, the
 * baseline, the best peer, and then the fastest.
 */
final class Charted {
  private static final int MOST = 8;

  /** As many as there are own ones with the baseline and the best peer. */
  private static final int MOST_IN_MANY_ROWS = 5;

  private static final int MANY_ROWS = 20;

  private Charted() {}

  /** The chosen cells, in the given order, which is the fastest first. */
  static List<Cell> of(List<Cell> cells, Context context, Row row) {
    int most = context.comparison().rows().size() > MANY_ROWS ? MOST_IN_MANY_ROWS : MOST;
    if (cells.size() <= most) {
      return cells;
    }
    Set<String> chosen = new HashSet<>();
    cells.stream()
        .map(Cell::subject)
        .filter(name -> isOfInterest(name, context, row))
        .forEach(chosen::add);
    List<String> others =
        cells.stream().map(Cell::subject).filter(name -> !chosen.contains(name)).toList();
    others.stream().limit(Math.max(0, most - chosen.size())).forEach(chosen::add);
    return cells.stream().filter(cell -> chosen.contains(cell.subject())).toList();
  }

  private static boolean isOfInterest(String subject, Context context, Row row) {
    return context.kind(subject) == SubjectInfo.Kind.GAUNTLET
        || subject.equals(context.comparison().baseline())
        || subject.equals(row.bestPeer());
  }
}
