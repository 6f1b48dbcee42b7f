package dev.gauntlet.reports.history.output;

import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.Drift;
import dev.gauntlet.reports.history.MachineHistory;
import dev.gauntlet.reports.history.Nomination;
import dev.gauntlet.reports.history.Series;
import dev.gauntlet.reports.history.SeriesChange;
import dev.gauntlet.reports.history.StoredRun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What history says as JSON for other programs: {@code {"machines": [{"fingerprint", "conditions",
 * "runs", "ruler", "rows", "unjudged", "changes", "release", "drifts"}]}}. Changes are fractions;
 * 0.05 is 5 % slower.
 */
public final class HistoryJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private record Document(List<OfMachine> machines) {}

  private record OfMachine(
      String fingerprint,
      Conditions conditions,
      List<Run> runs,
      @Nullable Series ruler,
      List<Row> rows,
      int unjudged,
      List<Change> changes,
      @Nullable Run release,
      List<Drifted> drifts) {}

  private record Run(String id, String startedAt, @Nullable String commit, @Nullable String jar) {}

  private record Row(
      Series series,
      String status,
      int runs,
      @Nullable Double change,
      @Nullable Double bound,
      @Nullable String measure) {}

  private record Change(Series series, String run, double change, double probability) {}

  private record Drifted(
      Series series,
      String status,
      int before,
      int since,
      double change,
      double probability,
      @Nullable String measure) {}

  private final HistoryReport report;

  private HistoryJson(HistoryReport report) {
    this.report = report;
  }

  /** The report as indented JSON with a final line feed; absent values are null. */
  public static String of(HistoryReport report) {
    HistoryJson json = new HistoryJson(report);
    Document document = new Document(report.machines().stream().map(json::machine).toList());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }

  private OfMachine machine(MachineHistory machine) {
    return new OfMachine(
        machine.conditions().fingerprint(),
        machine.conditions(),
        machine.runs().stream().map(HistoryJson::run).toList(),
        machine.ruler(),
        machine.rows().stream().map(row -> row(machine, row)).toList(),
        machine.unjudged(),
        machine.changes().stream().map(HistoryJson::change).toList(),
        machine.release() == null ? null : run(machine.release()),
        machine.drifts().stream().map(drift -> drift(machine, drift)).toList());
  }

  private static Run run(StoredRun run) {
    return new Run(run.id(), run.at().toString(), run.commit(), run.jar());
  }

  private Row row(MachineHistory machine, Nomination row) {
    boolean suspect = row.status() == Nomination.Status.SUSPECT;
    return new Row(
        row.series(),
        row.status().name(),
        row.runs(),
        row.change(),
        row.bound(),
        suspect ? report.pairs().of(machine.conditions(), List.of(row.series())) : null);
  }

  private Drifted drift(MachineHistory machine, Drift drift) {
    return new Drifted(
        drift.series(),
        (drift.isSuspect() ? Nomination.Status.SUSPECT : Nomination.Status.OK).name(),
        drift.before(),
        drift.since(),
        drift.change(),
        drift.probability(),
        drift.isSuspect()
            ? report.pairs().of(machine.conditions(), List.of(drift.series()))
            : null);
  }

  private static Change change(SeriesChange change) {
    return new Change(
        change.series(), change.first().id(), change.change(), change.point().probability());
  }
}
