package dev.gauntlet.reports.chart;

import dev.gauntlet.reports.format.Numbers;
import java.util.List;

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
  private static final double MAX_NAMES = 150;
  private static final double MARGIN = 1.15;
  private static final double TICK_GAP = 28;

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
    this.xLow = chart.ticks().get(0).x();
    this.xHigh = chart.ticks().get(chart.ticks().size() - 1).x();
    double low = points().mapToDouble(LineChart.Point::y).min().orElse(1);
    double high = points().mapToDouble(LineChart.Point::y).max().orElse(1);
    this.y = Scale.log(low / MARGIN, high * MARGIN, bottom, TOP);
  }

  private java.util.stream.Stream<LineChart.Point> points() {
    return chart.series().stream().flatMap(series -> series.points().stream());
  }

  private double x(double value) {
    double fraction = xHigh > xLow ? (value - xLow) / (xHigh - xLow) : 0.5;
    return LEFT + fraction * (right - LEFT);
  }

  String svg() {
    Svg svg = Svg.chart(chart.id(), chart.title(), chart.description(), WIDTH, bottom + AXIS);
    axes(svg);
    double[] ends = chart.series().stream().mapToDouble(series -> endY(series)).toArray();
    double[] labels = Spread.apart(ends, NAME_HEIGHT, TOP, bottom);
    for (int i = 0; i < chart.series().size(); i++) {
      line(svg, chart.series().get(i), labels[i]);
    }
    return svg.end();
  }

  private double endY(LineChart.Series series) {
    return y.at(series.points().get(series.points().size() - 1).y());
  }

  private void axes(Svg svg) {
    svg.open("g", "class", Ink.MUTED.cssClass(), "fill", Ink.MUTED.light());
    svg.open("g", "text-anchor", "middle");
    for (LineChart.Tick tick : chart.ticks()) {
      svg.line(Ink.GRID, x(tick.x()), TOP, x(tick.x()), bottom);
      svg.text(x(tick.x()), bottom + 15, tick.label());
    }
    svg.text((LEFT + right) / 2, bottom + 32, chart.xAxis());
    svg.close();
    svg.open("g", "text-anchor", "end");
    for (double tick : y.ticks(TICK_GAP)) {
      svg.line(Ink.GRID, LEFT, y.at(tick), right, y.at(tick));
      svg.text(LEFT - GAP, y.at(tick) + 4, Numbers.tick(tick));
    }
    svg.close();
    svg.text(2, 12, chart.yAxis());
    svg.close();
  }

  private void line(Svg svg, LineChart.Series series, double labelY) {
    StringBuilder line = new StringBuilder();
    StringBuilder markers = new StringBuilder();
    for (LineChart.Point point : series.points()) {
      double px = x(point.x());
      double py = y.at(point.y());
      line.append(line.isEmpty() ? 'M' : 'L');
      line.append(Svg.number(px)).append(' ').append(Svg.number(py));
      markers.append(Palette.marker(series.color(), px, py));
    }
    LineChart.Point last = series.points().get(series.points().size() - 1);
    String leader =
        "M"
            + Svg.number(x(last.x()) + 5)
            + " "
            + Svg.number(y.at(last.y()))
            + "L"
            + Svg.number(right + LEADER - 2)
            + " "
            + Svg.number(labelY);
    svg.openSubject(series.color(), series.name());
    svg.open("g", "stroke", "currentColor", "fill", "none");
    svg.empty("path", "class", "line", "stroke-width", "2", "d", line.toString());
    svg.empty("path", "stroke-opacity", "0.6", "d", leader);
    svg.close();
    svg.empty("path", "class", "marks", "fill", "currentColor", "d", markers.toString());
    svg.text(right + LEADER + 2, labelY + 4, TextWidth.fit(series.name(), names));
    svg.close();
  }
}
