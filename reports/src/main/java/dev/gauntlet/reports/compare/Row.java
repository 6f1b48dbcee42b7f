package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ForkFailure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the comparison.
 *
 * @param key what was measured
 * @param label what tells it from the other rows of its scenario
 * @param cells the subjects that have at least one fork, in the order of the run
 * @param failures forks of this row without a result
 * @param bestPeer name of the fastest peer that keeps the rules; null when there is none
 * @param limit the step of the machine that no subject can do without; null when none was measured
 */
public record Row(
    RowKey key,
    String label,
    List<Cell> cells,
    List<ForkFailure> failures,
    @Nullable String bestPeer,
    @Nullable Limit limit) {

  /** The same with other cells. */
  Row withCells(List<Cell> others) {
    return new Row(key, label, others, failures, bestPeer, limit);
  }

  /** The cell of a subject, if it was measured in this row. */
  public Optional<Cell> cell(String subject) {
    return cells.stream().filter(cell -> cell.subject().equals(subject)).findFirst();
  }

  /**
   * The subject that was furthest below the limit: what was measured of the machine is no limit
   * then. Empty when nothing was below it.
   */
  public Optional<Cell> belowLimit() {
    return cells.stream()
        .filter(cell -> overLimit(cell) < 1)
        .min(Comparator.comparingDouble(Row::overLimit));
  }

  private static double overLimit(Cell cell) {
    Ratio ratio = cell.toLimit();
    return ratio == null ? Double.NaN : ratio.value();
  }
}
