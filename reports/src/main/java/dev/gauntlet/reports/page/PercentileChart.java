package dev.gauntlet.reports.page;

import dev.gauntlet.reports.chart.LineChart;
import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.page.model.ScenarioSection.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Sampled times by percentile: every step to the right is ten times rarer. */
final class PercentileChart {
  private static final double MAX = 100;
  private static final double[] LABELLED = {0, 90, 99, 99.9, 99.99, 99.999, 99.9999};
  private static final double CLOSE = 1e-6;

  private final Context context;
  private final Row row;
  private final Units units;
  private final List<LineChart.Series> series = new ArrayList<>();

  PercentileChart(Context context, Row row, List<Cell> cells, Units units) {
    this.context = context;
    this.row = row;
    this.units = units;
    for (Cell cell : cells) {
      List<LineChart.Point> points = points(cell.percentiles());
      if (!points.isEmpty()) {
        series.add(new LineChart.Series(cell.subject(), context.color(cell.subject()), points));
      }
    }
  }

  /**
   * The percentiles below the maximum, up to the first that the samples are too few to tell from
   * it.
   */
  private List<LineChart.Point> points(SortedMap<Double, Double> percentiles) {
    double greatest = percentiles.getOrDefault(MAX, Double.POSITIVE_INFINITY);
    List<LineChart.Point> points = new ArrayList<>();
    for (Map.Entry<Double, Double> entry : percentiles.headMap(MAX).entrySet()) {
      points.add(
          new LineChart.Point(
              x(entry.getKey()),
              entry.getValue() * units.factor(),
              Double.NaN,
              Double.NaN,
              "p" + plain(entry.getKey()),
              units.format(entry.getValue())));
      if (entry.getValue() >= greatest) {
        break;
      }
    }
    return points;
  }

  Figure figure() {
    LineChart chart =
        new LineChart(
            context.chartId(row) + "-percentiles",
            row.key().scenario() + ", " + row.label() + ": time by percentile",
            series.stream()
                .map(line -> line.name() + " up to " + last(line))
                .collect(Collectors.joining(", ")),
            "percentile of the sampled operations",
            units.unit() + ", lower is better",
            ticks(),
            series);
    return new Figure(
        Html.raw(chart.svg()),
        "Time by percentile, median over the forks, both axes logarithmic: every step to the right is"
            + " ten times rarer. A line ends where the samples are too few to go on.");
  }

  private String last(LineChart.Series line) {
    return Numbers.compact(line.points().getLast().y()) + " " + units.unit();
  }

  private static double x(double percentile) {
    return -Math.log10(1 - percentile / MAX);
  }

  private List<LineChart.Tick> ticks() {
    double last =
        series.stream()
            .flatMap(line -> line.points().stream())
            .mapToDouble(LineChart.Point::x)
            .max()
            .orElse(1);
    List<LineChart.Tick> ticks = new ArrayList<>();
    for (double percentile : LABELLED) {
      if (x(percentile) <= last + CLOSE || ticks.size() < 2) {
        ticks.add(new LineChart.Tick(x(percentile), plain(percentile)));
      }
    }
    if (ticks.getLast().x() < last - CLOSE) {
      ticks.add(new LineChart.Tick(last, ""));
    }
    return ticks;
  }

  private static String plain(double percentile) {
    return new BigDecimal(String.valueOf(percentile)).stripTrailingZeros().toPlainString();
  }
}
