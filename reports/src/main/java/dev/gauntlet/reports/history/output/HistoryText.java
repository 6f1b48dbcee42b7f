package dev.gauntlet.reports.history.output;

import dev.gauntlet.reports.export.Grid;
import dev.gauntlet.reports.export.TextStyle;
import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.gate.output.Percent;
import dev.gauntlet.reports.history.Drift;
import dev.gauntlet.reports.history.HistoryOptions;
import dev.gauntlet.reports.history.MachineHistory;
import dev.gauntlet.reports.history.Nomination;
import dev.gauntlet.reports.history.Series;
import dev.gauntlet.reports.history.SeriesChange;
import dev.gauntlet.reports.history.StoredRun;
import dev.gauntlet.reports.record.Machine;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** What history says, for the terminal. */
public final class HistoryText {
  private final HistoryReport report;
  private final StringBuilder text = new StringBuilder();
  private final TextStyle style;

  private HistoryText(HistoryReport report, TextStyle style) {
    this.report = report;
    this.style = style;
  }

  /**
   * The report, ending with a line feed. Names of machines are never cut; commands are not in it.
   */
  public static String of(HistoryReport report, TextStyle style) {
    return new HistoryText(report, style).render();
  }

  private String render() {
    report.machines().forEach(this::machine);
    text.append(report.suspects())
        .append(" of ")
        .append(report.judged())
        .append(report.judged() == 1 ? " row is" : " rows are")
        .append(" SUSPECT; history nominates, only pairs convict\n");
    return text.toString();
  }

  private void machine(MachineHistory machine) {
    Grid grid = new Grid(style, "lrrrl");
    SeriesNames names = SeriesNames.of(machine);
    conditions(grid, machine);
    if (!machine.rows().isEmpty()) {
      rows(grid, machine, names);
    }
    machine.changes().forEach(change -> change(grid, change, names));
    unjudged(grid, machine);
    text.append(grid.render());
    StoredRun release = machine.release();
    if (release != null) {
      drifts(machine, release, names);
    }
    text.append('\n');
  }

  private static void conditions(Grid grid, MachineHistory history) {
    Machine machine = history.conditions().machine();
    clean(
        grid,
        "machine "
            + history.conditions().fingerprint()
            + ": "
            + machine.cpus()
            + " x "
            + Objects.requireNonNullElse(machine.cpuModel(), machine.arch())
            + ", JDK "
            + history.conditions().jdk().version());
    clean(grid, "        " + history.conditions().protocol());
    StoredRun newest = history.newest();
    clean(
        grid,
        "runs    "
            + history.runs().size()
            + " since "
            + day(history.runs().get(0))
            + "; the newest is "
            + newest.id()
            + SuspicionText.at(newest));
    Series ruler = history.ruler();
    clean(
        grid,
        "ruler   "
            + (ruler == null
                ? "none: times are as measured, the machine's pace is in them"
                : ruler.fullName()));
  }

  private static void rows(Grid grid, MachineHistory history, SeriesNames names) {
    grid.cells(null, List.of("row", "runs", "change", "bound", "status"));
    for (Nomination row : history.rows()) {
      grid.cells(
          null,
          List.of(
              names.name(row.series()),
              String.valueOf(row.runs()),
              Percent.change(row.change()),
              Percent.change(row.bound()),
              row.status().name()));
    }
  }

  private static void change(Grid grid, SeriesChange change, SeriesNames names) {
    clean(
        grid,
        "changed "
            + names.name(change.series())
            + ": "
            + Percent.change(change.change())
            + " from "
            + change.first().id()
            + SuspicionText.at(change.first()));
  }

  private void drifts(MachineHistory history, StoredRun release, SeriesNames names) {
    line("release " + release.id() + SuspicionText.at(release));
    for (Drift drift : history.drifts()) {
      line(
          "drift   "
              + names.name(drift.series())
              + ": "
              + Percent.change(drift.change())
              + " in the last "
              + drift.since()
              + " runs against the last "
              + drift.before()
              + " up to the release, "
              + (drift.isSuspect() ? "SUSPECT" : "OK"));
    }
    if (history.drifts().isEmpty()) {
      line("drift   not judged: no row has " + Drift.LEAST + " runs before and after the release");
    }
  }

  private void line(String line) {
    text.append(CleanText.line(line)).append('\n');
  }

  private static void unjudged(Grid grid, MachineHistory history) {
    if (history.unjudged() > 0) {
      grid.plain(
          "! not judged: "
              + history.unjudged()
              + (history.unjudged() == 1 ? " row" : " rows")
              + " with fewer than "
              + HistoryOptions.LEAST
              + " earlier runs or "
              + StoredRun.FORKS
              + " forks");
    }
  }

  private static void clean(Grid grid, String line) {
    grid.plain(CleanText.line(line));
  }

  private static String day(StoredRun run) {
    return run.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
