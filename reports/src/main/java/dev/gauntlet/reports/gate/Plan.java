package dev.gauntlet.reports.gate;

import java.util.List;
import java.util.stream.IntStream;

/** How a log's pairs are spent on its rows. */
interface Plan {
  /** The states of all rows and scores. */
  List<RowState> rows();

  /** The pairs to measure next. */
  List<Need> needs();

  static Plan of(GateHeader header, PairTable pairs) {
    boolean screened =
        header.settings().plan() == GateSettings.Plan.SCREEN
            && header.purpose() == GateHeader.Purpose.GATE;
    return screened ? new ScreenPlan(header, pairs) : new FullPlan(header, pairs);
  }

  /** The next pair of each row that has an open trial. */
  static List<Need> needs(
      GateHeader header, PairTable pairs, Stage stage, List<? extends Trial> trials) {
    return IntStream.range(0, header.rows().size())
        .filter(row -> trials.stream().anyMatch(trial -> trial.row() == row && !trial.isClosed()))
        .mapToObj(row -> pairs.next(row, stage))
        .toList();
  }
}
