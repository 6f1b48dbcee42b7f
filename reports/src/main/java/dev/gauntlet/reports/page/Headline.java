package dev.gauntlet.reports.page;

import dev.gauntlet.reports.chart.ForestChart;
import dev.gauntlet.reports.chart.MarkStyle;
import dev.gauntlet.reports.chart.Standalone;
import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One chart that says what a run found: every row, our own subjects and the best peer of each. */
public final class Headline {
  private final Context context;
  private final Comparison comparison;

  private Headline(Comparison comparison) {
    this.context = Context.of(comparison, null);
    this.comparison = comparison;
  }

  /** The chart as an SVG file. */
  public static String svg(Comparison comparison) {
    return new Headline(comparison).svg();
  }

  private String svg() {
    List<ForestChart.Mark> marks = new ArrayList<>();
    comparison.executorRows().forEach(row -> addMarks(marks, row));
    String confidence = Numbers.percent(comparison.options().confidence());
    ForestChart chart =
        new ForestChart(
            "headline",
            "Time over " + comparison.baseline() + " with " + confidence + " intervals",
            marks.stream()
                .map(mark -> mark.group() + ": " + mark.name() + " " + mark.label())
                .collect(Collectors.joining("; ")),
            "← faster · time over " + comparison.baseline() + ", " + confidence + " · slower →",
            marks,
            comparison.options().bandLow(),
            comparison.options().bandHigh(),
            Double.NaN);
    return Standalone.of(chart.svg());
  }

  private void addMarks(List<ForestChart.Mark> marks, Row row) {
    List<Cell> cells =
        row.cells().stream()
            .filter(cell -> context.kind(cell.subject()) != SubjectInfo.Kind.FLOOR)
            .sorted(Comparator.comparingDouble(cell -> row.key().time(cell.sample().center())))
            .toList();
    boolean own =
        cells.stream().anyMatch(cell -> context.kind(cell.subject()) == SubjectInfo.Kind.GAUNTLET);
    for (Cell cell : own ? cells : Charted.of(cells, context, row)) {
      boolean isShown =
          !own
              || context.kind(cell.subject()) == SubjectInfo.Kind.GAUNTLET
              || cell.subject().equals(row.bestPeer());
      Ratio ratio = cell.ratio();
      if (isShown && ratio != null) {
        marks.add(mark(row, cell, ratio));
      }
    }
  }

  private ForestChart.Mark mark(Row row, Cell cell, Ratio ratio) {
    Interval interval = ratio.interval();
    return new ForestChart.Mark(
        cell.subject(),
        context.color(cell.subject()),
        ratio.value(),
        interval == null ? Double.NaN : interval.low(),
        interval == null ? Double.NaN : interval.high(),
        cell.isRanked() ? Words.marked(ratio) : Words.markedUnranked(ratio),
        cell.isRanked() ? MarkStyle.RANKED : MarkStyle.UNRANKED,
        row.key().scenario() + ", " + row.label(),
        cell.subject());
  }
}
