package dev.gauntlet.reports.history.output;

import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.Series;

/** Makes commands that measure a row in pairs. */
@FunctionalInterface
public interface PairCommand {
  /** The command for a shell. */
  String of(Conditions conditions, Series series);
}
