package dev.gauntlet.reports.chart;

import dev.gauntlet.reports.format.Numbers;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws a {@link ForestChart}. */
final class ForestChartWriter {
  private static final double WIDTH = 480;
  private static final double TOP = 6;
  private static final double ROW = 26;
  private static final double AXIS = 40;
  private static final double GAP = 10;
  private static final double MAX_NAMES = 165;
  private static final double TICK_GAP = 34;

  /** An interval wider than this around its ratio is cut off at the edge. */
  private static final double WIDEST = 3;

  private static final double MARGIN = 1.08;
  private static final double LEAST_SPAN = 1.25;

  private final ForestChart chart;
  private final double names;
  private final double labels;
  private final double bottom;
  private final Scale x;

  ForestChartWriter(ForestChart chart) {
    this.chart = chart;
    this.names =
        Math.min(
            MAX_NAMES,
            chart.marks().stream().mapToDouble(mark -> TextWidth.of(mark.name())).max().orElse(0));
    this.labels =
        chart.marks().stream().mapToDouble(mark -> TextWidth.of(mark.label())).max().orElse(0);
    this.bottom = TOP + (chart.marks().size() + headings()) * ROW;
    double low = ends(ForestChartWriter::low).min().orElse(1);
    double high = ends(ForestChartWriter::high).max().orElse(1);
    this.x =
        Scale.log(
            Math.min(low / MARGIN, 1 / LEAST_SPAN),
            Math.max(high * MARGIN, LEAST_SPAN),
            names + GAP,
            WIDTH - labels - 2 * GAP);
  }

  private long headings() {
    return IntStream.range(0, chart.marks().size()).filter(this::startsGroup).count();
  }

  private boolean startsGroup(int index) {
    String group = chart.marks().get(index).group();
    return !group.isEmpty() && (index == 0 || !group.equals(chart.marks().get(index - 1).group()));
  }

  private DoubleStream ends(ToDoubleFunction<ForestChart.Mark> end) {
    return DoubleStream.concat(
        DoubleStream.of(chart.bandLow(), chart.bandHigh(), chart.limit()).filter(Double::isFinite),
        chart.marks().stream()
            .filter(mark -> mark.style() != MarkStyle.OFF_SCALE)
            .mapToDouble(end));
  }

  private static double low(ForestChart.Mark mark) {
    return mark.low() > 0 ? Math.max(mark.low(), mark.value() / WIDEST) : mark.value();
  }

  private static double high(ForestChart.Mark mark) {
    return Double.isFinite(mark.high())
        ? Math.min(mark.high(), mark.value() * WIDEST)
        : mark.value();
  }

  String svg() {
    Svg svg = Svg.chart(chart.id(), chart.title(), chart.description(), WIDTH, bottom + AXIS);
    band(svg);
    axis(svg);
    double y = TOP + ROW / 2;
    for (int i = 0; i < chart.marks().size(); i++) {
      if (startsGroup(i)) {
        heading(svg, chart.marks().get(i).group(), y);
        y += ROW;
      }
      mark(svg, chart.marks().get(i), y);
      y += ROW;
    }
    return svg.end();
  }

  private void heading(Svg svg, String group, double y) {
    svg.tag("text")
        .with("x", 2)
        .with("y", y + 5)
        .with("font-weight", "600")
        .text(TextWidth.fit(group, WIDTH - 2 * GAP));
  }

  private void band(Svg svg) {
    double low = x.at(chart.bandLow());
    svg.tag("rect")
        .with("class", Ink.BAND.cssClass())
        .with("fill", Ink.BAND.light())
        .with("x", low)
        .with("y", TOP)
        .with("width", Math.max(x.at(chart.bandHigh()) - low, 2))
        .with("height", bottom - TOP)
        .empty();
  }

  private void axis(Svg svg) {
    svg.openLabels("middle");
    for (double tick : x.ticks(TICK_GAP)) {
      svg.line(Ink.GRID, x.at(tick), TOP, x.at(tick), bottom);
      svg.text(x.at(tick), bottom + 15, Numbers.tick(tick) + "×");
    }
    svg.text((x.start() + x.end()) / 2, bottom + 32, chart.axis());
    svg.close();
    svg.dashed(x.at(1), TOP, x.at(1), bottom);
    if (Double.isFinite(chart.limit())) {
      svg.line(Ink.REFERENCE, x.at(chart.limit()), TOP, x.at(chart.limit()), bottom);
    }
  }

  private void mark(Svg svg, ForestChart.Mark mark, double y) {
    svg.openSubject(mark.color(), mark.subject());
    svg.textBefore(names, y + 4, TextWidth.fit(mark.name(), names));
    if (mark.value() < x.low() || mark.value() > x.high()) {
      cut(svg, mark, y);
    } else {
      drawn(svg, mark, y);
    }
    svg.text(WIDTH - labels - GAP, y + 4, mark.label());
    svg.close();
  }

  /** A mark beyond the axis: an arrow at its end. */
  private void cut(Svg svg, ForestChart.Mark mark, double y) {
    boolean left = mark.value() < x.low();
    String end = "M" + Svg.point(left ? x.start() : x.end(), y);
    svg.tag("path")
        .with("class", "mark cut")
        .with("fill", "none")
        .with("stroke", "currentColor")
        .with("stroke-width", 2)
        .with("d", end + (left ? "m6-5l-6 5l6 5" : "m-6-5l6 5l-6 5"))
        .empty();
  }

  private void drawn(Svg svg, ForestChart.Mark mark, double y) {
    if (!Double.isNaN(mark.low())) {
      svg.tag("path")
          .with("class", "interval")
          .with("fill", "none")
          .with("stroke", "currentColor")
          .with("stroke-width", 2)
          .with("d", interval(mark, y))
          .empty();
    }
    svg.tag("path")
        .with("class", "mark")
        .with("fill", mark.style() == MarkStyle.UNRANKED ? "none" : "currentColor")
        .with("stroke", "currentColor")
        .with("d", Palette.marker(mark.color(), x.at(mark.value()), y))
        .empty();
  }

  private String interval(ForestChart.Mark mark, double y) {
    String low = Svg.point(x.at(x.clamp(mark.low())), y);
    String high = Svg.number(x.at(x.clamp(mark.high())));
    String leftEnd = mark.low() < x.low() ? "M" + low + "m4-4l-4 4l4 4" : "";
    String rightEnd = mark.high() > x.high() ? "m-4-4l4 4l-4 4" : "";
    return leftEnd + "M" + low + "H" + high + rightEnd;
  }
}
