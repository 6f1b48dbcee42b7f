package dev.gauntlet.reports.chart;

import dev.gauntlet.reports.format.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a {@link LineChart}. */
final class LineChartWriter {
  private static final double WIDTH = 480;
  private static final double TOP = 24;
  private static final double PLOT_HEIGHT = 220;
  private static final double AXIS = 40;
  private static final double LEFT = 48;
  private static final double LEADER = 18;
  private static final double GAP = 8;
  private static final double NAME_HEIGHT = 14;
  private static final double MAX_NAMES = 165;
  private static final double MARGIN = 1.15;
  private static final double TICK_GAP = 28;
  private static final double WIDEST = 3;

  private final LineChart chart;
  private final double names;
  private final double bottom;
  private final double xLow;
  private final double xHigh;
  private final double right;
  private final Scale y;

  LineChartWriter(LineChart chart) {
    this.chart = chart;
    List<LineChart.Series> series = chart.series();
    this.names =
        Math.min(
            MAX_NAMES, series.stream().mapToDouble(s -> TextWidth.of(s.name())).max().orElse(0));
    this.bottom = TOP + Math.max(PLOT_HEIGHT, series.size() * NAME_HEIGHT);
    this.right = WIDTH - names - LEADER - GAP;
    this.xLow = chart.ticks().getFirst().x();
    this.xHigh = chart.ticks().getLast().x();
    double low = points().mapToDouble(LineChartWriter::low).min().orElse(1);
    double high = points().mapToDouble(LineChartWriter::high).max().orElse(1);
    this.y = Scale.log(low / MARGIN, high * MARGIN, bottom, TOP);
  }

  private Stream<LineChart.Point> points() {
    return chart.series().stream().flatMap(series -> series.points().stream());
  }

  /** An interval wider than a factor of {@value #WIDEST} around its point is cut off. */
  private static double low(LineChart.Point point) {
    return Double.isNaN(point.low()) ? point.y() : Math.max(point.low(), point.y() / WIDEST);
  }

  private static double high(LineChart.Point point) {
    return Double.isNaN(point.high()) ? point.y() : Math.min(point.high(), point.y() * WIDEST);
  }

  private double x(double value) {
    double fraction = xHigh > xLow ? (value - xLow) / (xHigh - xLow) : 0.5;
    return LEFT + fraction * (right - LEFT);
  }

  String svg() {
    Svg svg = Svg.chart(chart.id(), chart.title(), chart.description(), WIDTH, bottom + AXIS);
    axes(svg);
    double[] ends =
        chart.series().stream().mapToDouble(s -> y.at(s.points().getLast().y())).toArray();
    double[] labels = Spread.apart(ends, NAME_HEIGHT, TOP, bottom);
    for (int i = 0; i < chart.series().size(); i++) {
      line(svg, chart.series().get(i), labels[i]);
    }
    return svg.end();
  }

  private void axes(Svg svg) {
    svg.openLabels("middle");
    for (LineChart.Tick tick : chart.ticks()) {
      svg.line(Ink.GRID, x(tick.x()), TOP, x(tick.x()), bottom);
      svg.text(x(tick.x()), bottom + 15, tick.label());
    }
    svg.text((LEFT + right) / 2, bottom + 32, chart.xAxis());
    svg.close();
    svg.openLabels("end");
    for (double tick : y.ticks(TICK_GAP)) {
      svg.line(Ink.GRID, LEFT, y.at(tick), right, y.at(tick));
      svg.text(LEFT - GAP, y.at(tick) + 4, Numbers.tick(tick));
    }
    svg.close();
    svg.openLabels("start");
    svg.text(2, 12, chart.yAxis());
    svg.close();
  }

  /** What a script shows at a position: {@code "x;y;position;value"} for each point. */
  private String values(LineChart.Series series) {
    return series.points().stream()
        .map(point ->
            String.join(
                ";",
                Svg.number(x(point.x())),
                Svg.number(y.at(point.y())),
                point.at(),
                point.text()))
        .collect(Collectors.joining("|"));
  }

  /** The intervals of the points, where there are any, as an area behind the line. */
  private void band(Svg svg, LineChart.Series series) {
    List<LineChart.Point> points =
        series.points().stream().filter(point -> !Double.isNaN(point.low())).toList();
    if (points.size() < 2) {
      return;
    }
    StringBuilder area = new StringBuilder();
    for (LineChart.Point point : points) {
      area.append(area.isEmpty() ? 'M' : 'L').append(Svg.point(x(point.x()), at(point.high())));
    }
    for (LineChart.Point point : points.reversed()) {
      area.append('L').append(Svg.point(x(point.x()), at(point.low())));
    }
    svg.tag("path")
        .with("class", "area")
        .with("fill", "currentColor")
        .with("fill-opacity", ".1")
        .with("d", area.append('z').toString())
        .empty();
  }

  private double at(double value) {
    return y.at(y.clamp(value));
  }

  private void line(Svg svg, LineChart.Series series, double labelY) {
    StringBuilder line = new StringBuilder();
    StringBuilder markers = new StringBuilder();
    for (LineChart.Point point : series.points()) {
      line.append(line.isEmpty() ? 'M' : 'L').append(Svg.point(x(point.x()), y.at(point.y())));
      markers.append(Palette.marker(series.color(), x(point.x()), y.at(point.y())));
    }
    LineChart.Point last = series.points().getLast();
    String leader =
        "M"
            + Svg.point(x(last.x()) + 5, y.at(last.y()))
            + "L"
            + Svg.point(right + LEADER - 2, labelY);
    svg.openSubject(series.color(), series.name(), values(series));
    band(svg, series);
    svg.tag("g").with("stroke", "currentColor").with("fill", "none").open();
    svg.tag("path")
        .with("class", "line")
        .with("stroke-width", 2)
        .with("d", line.toString())
        .empty();
    svg.tag("path").with("stroke-opacity", ".6").with("d", leader).empty();
    svg.close();
    svg.tag("path")
        .with("class", "marks")
        .with("fill", "currentColor")
        .with("d", markers.toString())
        .empty();
    svg.text(right + LEADER + 2, labelY + 4, TextWidth.fit(series.name(), names));
    svg.close();
  }
}
