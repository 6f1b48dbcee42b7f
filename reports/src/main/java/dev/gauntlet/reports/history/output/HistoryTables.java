package dev.gauntlet.reports.history.output;

import dev.gauntlet.reports.export.Csv;
import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.format.MarkdownText;
import dev.gauntlet.reports.gate.output.Percent;
import dev.gauntlet.reports.history.Drift;
import dev.gauntlet.reports.history.MachineHistory;
import dev.gauntlet.reports.history.Nomination;
import dev.gauntlet.reports.history.SeriesChange;
import dev.gauntlet.reports.history.StoredRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What history says as CSV and as Markdown: a line for each row, change and drift. */
public final class HistoryTables {
  private static final List<String> COLUMNS =
      List.of("machine", "kind", "row", "status", "runs", "change", "bound", "run");

  /**
   * A line.
   *
   * @param kind {@code row}, {@code change} or {@code drift}
   * @param row full name of the row
   * @param status what it comes to; null for a change
   * @param runs how many earlier runs it rests on; null for a change
   * @param change slower is positive; null when there is none
   * @param bound the greatest change that is usual; null but for a row
   * @param run the run it is about
   */
  private record Line(
      String machine,
      String kind,
      String row,
      @Nullable String status,
      @Nullable Integer runs,
      @Nullable Double change,
      @Nullable Double bound,
      String run) {}

  private HistoryTables() {}

  /** Changes are fractions. */
  public static String csv(HistoryReport report) {
    StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
    for (Line line : lines(report)) {
      List<@Nullable Object> values =
          Arrays.asList(
              line.machine(),
              line.kind(),
              line.row(),
              line.status(),
              line.runs(),
              line.change(),
              line.bound(),
              line.run());
      text.append(Csv.line(values));
    }
    return text.toString();
  }

  /** Changes are percent. */
  public static String markdown(HistoryReport report) {
    StringBuilder text =
        new StringBuilder(MarkdownText.row(COLUMNS)).append("|---|---|---|---|--:|--:|--:|---|\n");
    for (Line line : lines(report)) {
      text.append(
          MarkdownText.row(
              List.of(
                  line.machine(),
                  line.kind(),
                  line.row(),
                  line.status() == null ? "" : line.status(),
                  line.runs() == null ? "" : line.runs().toString(),
                  line.change() == null ? "" : Percent.change(line.change()),
                  line.bound() == null ? "" : Percent.change(line.bound()),
                  line.run())));
    }
    return text.toString();
  }

  private static List<Line> lines(HistoryReport report) {
    List<Line> lines = new ArrayList<>();
    for (MachineHistory machine : report.machines()) {
      String name = machine.conditions().fingerprint();
      machine.rows().forEach(row -> lines.add(line(name, row, machine.newest())));
      machine.changes().forEach(change -> lines.add(line(name, change)));
      StoredRun release = machine.release();
      if (release != null) {
        machine.drifts().forEach(drift -> lines.add(line(name, drift, release)));
      }
    }
    return lines;
  }

  private static Line line(String machine, Nomination row, StoredRun newest) {
    return new Line(
        machine,
        "row",
        CleanText.line(row.series().fullName()),
        row.status().name(),
        row.runs(),
        row.change(),
        row.bound(),
        CleanText.line(newest.id()));
  }

  private static Line line(String machine, SeriesChange change) {
    return new Line(
        machine,
        "change",
        CleanText.line(change.series().fullName()),
        null,
        null,
        change.change(),
        null,
        CleanText.line(change.first().id()));
  }

  private static Line line(String machine, Drift drift, StoredRun release) {
    return new Line(
        machine,
        "drift",
        CleanText.line(drift.series().fullName()),
        (drift.isSuspect() ? Nomination.Status.SUSPECT : Nomination.Status.OK).name(),
        drift.since(),
        drift.change(),
        null,
        CleanText.line(release.id()));
  }
}
