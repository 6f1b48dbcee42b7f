package dev.gauntlet.reports.page;

import dev.gauntlet.reports.chart.LineChart;
import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.compare.RowKey;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.page.model.ScenarioSection.Figure;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Charts over the number of threads, one for every group of rows that differ in nothing else. */
final class ScalingCharts {
  private final Context context;
  private final List<Row> rows;

  ScalingCharts(Context context, List<Row> rows) {
    this.context = context;
    this.rows = rows;
  }

  List<Figure> all() {
    Map<RowKey, List<Row>> groups =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> withOneThread(row.key()), LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream().filter(group -> group.size() > 1).map(this::figure).toList();
  }

  private static RowKey withOneThread(RowKey key) {
    return new RowKey(key.scenario(), key.method(), key.mode(), key.unit(), key.params(), 1);
  }

  private Figure figure(List<Row> group) {
    RowKey key = group.get(0).key();
    List<Double> centers =
        group.stream()
            .flatMap(row -> row.cells().stream())
            .map(cell -> cell.sample().center())
            .sorted()
            .toList();
    Units units = Units.of(key.unit(), centers.isEmpty() ? 1 : centers.get(centers.size() / 2));
    List<LineChart.Series> series = new ArrayList<>();
    for (SubjectInfo subject : context.comparison().subjects()) {
      List<LineChart.Point> points = new ArrayList<>();
      for (Row row : group) {
        row.cell(subject.name())
            .filter(Cell::isRanked)
            .ifPresent(cell -> points.add(point(row, cell, units)));
      }
      if (!points.isEmpty()) {
        series.add(new LineChart.Series(subject.name(), context.color(subject.name()), points));
      }
    }
    String params =
        key.params().entrySet().stream()
            .map(param -> param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining(", "));
    LineChart chart =
        new LineChart(
            context.chartId(group.get(0)) + "-threads",
            key.scenario() + (params.isEmpty() ? "" : ", " + params) + ": by threads",
            group.stream()
                .map(row -> row.key().threads() + " threads: " + described(row, units))
                .collect(Collectors.joining("; ")),
            "threads",
            units.unit() + (key.isThroughput() ? ", higher is better" : ", lower is better"),
            group.stream()
                .map(row ->
                    new LineChart.Tick(
                        log2(row.key().threads()), String.valueOf(row.key().threads())))
                .toList(),
            series);
    return new Figure(
        Html.raw(chart.svg()),
        "By number of threads"
            + (params.isEmpty() ? "" : ", " + params)
            + ", both axes logarithmic. Area: "
            + Numbers.percent(context.comparison().options().confidence())
            + " interval. Subjects that break a rule are left out.");
  }

  private static LineChart.Point point(Row row, Cell cell, Units units) {
    int threads = row.key().threads();
    Interval interval = cell.sample().interval();
    return new LineChart.Point(
        log2(threads),
        cell.sample().center() * units.factor(),
        interval == null ? Double.NaN : interval.low() * units.factor(),
        interval == null ? Double.NaN : interval.high() * units.factor(),
        threads == 1 ? "1 thread" : threads + " threads",
        units.format(cell.sample().center()));
  }

  private static String described(Row row, Units units) {
    return row.cells().stream()
        .filter(Cell::isRanked)
        .map(cell -> cell.subject() + " " + units.format(cell.sample().center()))
        .collect(Collectors.joining(", "));
  }

  private static double log2(int threads) {
    return Math.log(threads) / Math.log(2);
  }
}
