package dev.gauntlet.reports.history.output;

import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.Series;
import java.util.List;

/** Makes commands that measure rows in pairs. */
@FunctionalInterface
public interface PairCommand {
  /** The command for a shell. */
  String of(Conditions conditions, List<Series> rows);
}
