package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Limit;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.page.model.Glance;
import dev.gauntlet.reports.page.model.Glance.CellView;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The speed table. */
final class GlanceTable {
  private static final CellView MISSING = new CellView("missing", "–", "not measured", "");

  private final Context context;
  private final Comparison comparison;
  private final List<SubjectInfo> subjects;
  private final boolean showsBestPeer;
  private final boolean showsLimit;

  GlanceTable(Context context) {
    this.context = context;
    this.comparison = context.comparison();
    List<SubjectInfo> executors = comparison.executors();
    this.subjects =
        Stream.concat(
                executors.stream().filter(this::isBaseline),
                executors.stream().filter(subject -> !isBaseline(subject)))
            .toList();
    long peers =
        comparison.subjects().stream().filter(s -> s.kind() == SubjectInfo.Kind.PEER).count();
    this.showsBestPeer = peers > 1;
    this.showsLimit = comparison.executorRows().stream().anyMatch(row -> row.limit() != null);
  }

  private boolean isBaseline(SubjectInfo subject) {
    return subject.name().equals(comparison.baseline());
  }

  Glance build() {
    String confidence = Numbers.percent(comparison.options().confidence());
    return new Glance(
        "Time over the time of "
            + comparison.baseline()
            + ", with its "
            + confidence
            + " interval; below 1 is faster. The baseline is shown absolutely.",
        columns(),
        comparison.executorRows().stream().map(this::line).toList(),
        legend());
  }

  private List<Glance.Column> columns() {
    List<Glance.Column> columns = subjects.stream().map(this::column).collect(Collectors.toList());
    if (showsBestPeer) {
      columns.add(1, new Glance.Column("best peer", false, "of the row", "", "", ""));
    }
    if (showsLimit) {
      columns.add(1, new Glance.Column("limit", false, "of the machine", "", "", ""));
    }
    return columns;
  }

  private static CellView bestPeer(Row row) {
    String name = row.bestPeer();
    return name == null
        ? new CellView("missing", "–", "none", "")
        : row.cell(name)
            .map(cell -> new CellView("baseline", absolute(row, cell), "", name))
            .orElse(MISSING);
  }

  private static CellView limit(Row row) {
    Limit limit = row.limit();
    if (limit == null) {
      return new CellView("missing", "–", "none", "");
    }
    return row.belowLimit().isPresent()
        ? new CellView("undecided", Words.limit(limit), "no limit", limit.name() + ", no bound")
        : new CellView("baseline", Words.limit(limit), "", limit.name());
  }

  private static String absolute(Row row, Cell cell) {
    double center = cell.sample().center();
    return Units.of(row.key().unit(), center).format(center);
  }

  private Glance.Column column(SubjectInfo subject) {
    String note =
        isBaseline(subject)
            ? "baseline"
            : subject.kind() == SubjectInfo.Kind.FLOOR ? "floor, no executor" : "";
    return context
        .rules(subject.name())
        .map(score ->
            new Glance.Column(
                subject.name(),
                true,
                note,
                score.isComplete() ? "✓" : Words.BROKEN_GLYPH,
                score + " rules",
                score.isComplete() ? "good" : "bad"))
        .orElseGet(() -> new Glance.Column(subject.name(), true, note, "", "", ""));
  }

  private Glance.Line line(Row row) {
    List<CellView> cells =
        subjects.stream()
            .map(subject -> row.cell(subject.name()).map(cell -> view(row, cell)).orElse(MISSING))
            .collect(Collectors.toList());
    if (showsBestPeer) {
      cells.add(1, bestPeer(row));
    }
    if (showsLimit) {
      cells.add(1, limit(row));
    }
    return new Glance.Line(context.rowAnchor(row), row.key().scenario(), row.label(), cells);
  }

  private CellView view(Row row, Cell cell) {
    if (cell.subject().equals(comparison.baseline())) {
      Double error = cell.sample().relativeError();
      String interval = error == null ? "no interval" : Numbers.error(error);
      return new CellView(
          cell.isRanked() ? "baseline" : "unranked",
          absolute(row, cell),
          cell.isRanked() ? "baseline" : "baseline, " + Words.NOT_RANKED,
          cell.isRanked() ? interval : "breaks " + String.join(", ", cell.brokenRules()));
    }
    Ratio ratio = cell.ratio();
    if (ratio == null) {
      return new CellView(
          "missing",
          absolute(row, cell),
          "no ratio",
          row.cell(comparison.baseline()).isPresent() ? "no round in common" : "no baseline");
    }
    if (!cell.isRanked()) {
      return Words.unranked(cell, ratio);
    }
    return Words.cell(ratio);
  }

  private List<String> legend() {
    String band = Numbers.percent(comparison.options().band());
    return List.of(
        "▲ faster",
        "▼ slower",
        "≈ same within ±" + band,
        "hint: this interval alone says so, all pairs of subjects ("
            + comparison.pairs()
            + ") judged together do not; more rounds would tell",
        "? undecided: the interval crosses an edge of ±"
            + band
            + " or there is none; more forks would tell",
        Words.BROKEN_GLYPH + " measured, but breaks a rule this scenario relies on: not ranked");
  }
}
