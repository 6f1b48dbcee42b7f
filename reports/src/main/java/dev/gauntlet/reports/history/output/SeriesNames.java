package dev.gauntlet.reports.history.output;

import dev.gauntlet.reports.gate.GateRow;
import dev.gauntlet.reports.gate.output.RowNames;
import dev.gauntlet.reports.history.MachineHistory;
import dev.gauntlet.reports.history.Series;
import dev.gauntlet.reports.history.StoredScore;
import java.util.TreeMap;

/** Names of series as short as tells them from the others of the newest run; fit to show. */
final class SeriesNames {
  private final RowNames names;

  private SeriesNames(RowNames names) {
    this.names = names;
  }

  static SeriesNames of(MachineHistory machine) {
    return new SeriesNames(
        RowNames.of(
            machine.newest().scores().stream()
                .map(StoredScore::series)
                .map(SeriesNames::row)
                .toList()));
  }

  String name(Series series) {
    return names.name(row(series));
  }

  private static GateRow row(Series series) {
    return new GateRow(
        series.benchmark(), series.mode(), new TreeMap<>(series.params()), series.threads());
  }
}
