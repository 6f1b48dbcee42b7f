package dev.gauntlet.reports.page;

import dev.gauntlet.reports.chart.BarChart;
import dev.gauntlet.reports.chart.ForestChart;
import dev.gauntlet.reports.chart.MarkStyle;
import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.page.model.ScenarioSection.Figure;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The charts of one row. */
final class RowCharts {
  private final Context context;
  private final Comparison comparison;
  private final Row row;
  private final List<Cell> cells;
  private final int measured;
  private final Units units;
  private final String id;

  /**
   * @param cells the cells of the row in the order they are to be shown
   * @param units the unit of the row
   */
  RowCharts(Context context, Row row, List<Cell> cells, Units units) {
    this.context = context;
    this.comparison = context.comparison();
    this.row = row;
    this.measured = cells.size();
    this.cells = Charted.of(cells, context, row);
    this.units = units;
    this.id = context.chartId(row);
  }

  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    figures.add(bars());
    if (cells.stream().anyMatch(cell -> cell.ratio() != null)) {
      figures.add(forest());
    }
    if (cells.stream().anyMatch(cell -> !cell.percentiles().isEmpty())) {
      figures.add(new PercentileChart(context, row, cells, units).figure());
    }
    return figures;
  }

  private MarkStyle style(Cell cell) {
    if (!cell.isRanked()) {
      return MarkStyle.UNRANKED;
    }
    return context.kind(cell.subject()) == SubjectInfo.Kind.FLOOR
        ? MarkStyle.OFF_SCALE
        : MarkStyle.RANKED;
  }

  private String title(String what) {
    return row.key().scenario() + ", " + row.label() + ": " + what;
  }

  private Figure bars() {
    boolean shorter = !row.key().isThroughput();
    Double reference =
        row.cell(comparison.baseline())
            .map(cell -> cell.sample().center() * units.factor())
            .orElse(null);
    BarChart chart =
        new BarChart(
            id + "-bars",
            title(units.unit()),
            cells.stream()
                .map(cell -> cell.subject() + " " + units.format(cell.sample().center()))
                .collect(Collectors.joining(", ")),
            units.unit() + (shorter ? ", shorter is better" : ", longer is better"),
            cells.stream().map(this::bar).toList(),
            reference);
    return new Figure(
        Html.raw(chart.svg()),
        "Bar: geometric mean of the forks. Whisker: "
            + Numbers.percent(comparison.options().confidence())
            + " interval. Dots: forks, the first round on top."
            + (reference == null ? "" : " Dashed: " + comparison.baseline() + ".")
            + (cells.size() == measured
                ? ""
                : " "
                    + cells.size()
                    + " of "
                    + measured
                    + " subjects are drawn; the table has all."));
  }

  private BarChart.Bar bar(Cell cell) {
    double factor = units.factor();
    Interval interval = cell.sample().interval();
    return new BarChart.Bar(
        cell.subject(),
        context.color(cell.subject()),
        cell.sample().center() * factor,
        interval == null ? Double.NaN : interval.low() * factor,
        interval == null ? Double.NaN : interval.high() * factor,
        Arrays.stream(cell.sample().scores()).map(score -> score * factor).boxed().toList(),
        (cell.isRanked() ? "" : Words.BROKEN_GLYPH + " ") + units.number(cell.sample().center()),
        style(cell));
  }

  private Figure forest() {
    List<ForestChart.Mark> marks = new ArrayList<>();
    for (Cell cell : cells) {
      Ratio ratio = cell.ratio();
      if (ratio != null) {
        marks.add(mark(cell, ratio));
      }
    }
    ForestChart chart =
        new ForestChart(
            id + "-ratios",
            title("ratio to " + comparison.baseline()),
            marks.stream()
                .map(mark -> mark.name() + " " + mark.label())
                .collect(Collectors.joining(", ")),
            "← faster · time over " + comparison.baseline() + " · slower →",
            marks,
            comparison.options().bandLow(),
            comparison.options().bandHigh(),
            Double.NaN);
    return new Figure(
        Html.raw(chart.svg()),
        "Ratio with "
            + Numbers.percent(comparison.options().confidence())
            + " interval, forks paired within rounds. Grey: within ±"
            + Numbers.percent(comparison.options().band())
            + ", counted as the same.");
  }

  private ForestChart.Mark mark(Cell cell, Ratio ratio) {
    Interval interval = ratio.interval();
    String verdict = cell.isRanked() ? Words.marked(ratio) : Words.markedUnranked(ratio);
    return new ForestChart.Mark(
        cell.subject(),
        context.color(cell.subject()),
        ratio.value(),
        interval == null ? Double.NaN : interval.low(),
        interval == null ? Double.NaN : interval.high(),
        verdict,
        style(cell));
  }
}
