package dev.gauntlet.reports.chart;

import dev.gauntlet.reports.format.Numbers;
import java.util.List;

/** Draws a {@link BarChart}. */
final class BarChartWriter {
  private static final double WIDTH = 480;
  private static final double TOP = 6;
  private static final double ROW = 26;
  private static final double BAR = 16;
  private static final double AXIS = 40;
  private static final double GAP = 8;
  private static final double MAX_NAMES = 170;
  private static final double TICK_GAP = 60;
  private static final String ARROW = "m-4-4l4 4l-4 4";

  /** A whisker longer than this many times the longest bar or dot is cut off at the edge. */
  private static final double LONGEST_WHISKER = 1.25;

  private final BarChart chart;
  private final double names;
  private final double bottom;
  private final Scale x;

  BarChartWriter(BarChart chart) {
    this.chart = chart;
    this.names =
        Math.min(
            MAX_NAMES,
            chart.bars().stream().mapToDouble(bar -> TextWidth.of(bar.name())).max().orElse(0));
    this.bottom = TOP + chart.bars().size() * ROW;
    double labels =
        chart.bars().stream().mapToDouble(bar -> TextWidth.of(bar.label())).max().orElse(0);
    this.x = Scale.fromZero(longest(chart), names + GAP, WIDTH - labels - 2 * GAP);
  }

  private static double longest(BarChart chart) {
    List<BarChart.Bar> inScale =
        chart.bars().stream().filter(bar -> bar.style() != MarkStyle.OFF_SCALE).toList();
    List<BarChart.Bar> bars = inScale.isEmpty() ? chart.bars() : inScale;
    double solid =
        bars.stream()
            .mapToDouble(bar -> Math.max(bar.value(), greatest(bar.dots())))
            .max()
            .orElse(1);
    double whisker =
        bars.stream().mapToDouble(bar -> Double.isNaN(bar.high()) ? 0 : bar.high()).max().orElse(0);
    return Math.max(solid, Math.min(whisker, solid * LONGEST_WHISKER));
  }

  private static double greatest(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  String svg() {
    Svg svg = Svg.chart(chart.id(), chart.title(), chart.description(), WIDTH, bottom + AXIS);
    axis(svg);
    for (int i = 0; i < chart.bars().size(); i++) {
      bar(svg, chart.bars().get(i), TOP + i * ROW + ROW / 2);
    }
    Double reference = chart.reference();
    if (reference != null) {
      svg.open("g", "stroke-dasharray", "4 3");
      svg.line(Ink.REFERENCE, x.at(reference), TOP, x.at(reference), bottom);
      svg.close();
    }
    return svg.end();
  }

  private void axis(Svg svg) {
    svg.open(
        "g", "class", Ink.MUTED.cssClass(), "fill", Ink.MUTED.light(), "text-anchor", "middle");
    for (double tick : x.ticks(TICK_GAP)) {
      svg.line(Ink.GRID, x.at(tick), TOP, x.at(tick), bottom);
      svg.text(x.at(tick), bottom + 15, Numbers.tick(tick));
    }
    svg.text((x.start() + x.end()) / 2, bottom + 32, chart.axis());
    svg.close();
  }

  private void bar(Svg svg, BarChart.Bar bar, double y) {
    svg.openSubject(bar.color(), bar.name());
    String name = TextWidth.fit(bar.name(), names);
    svg.element("text", name, "x", Svg.number(names), "y", Svg.number(y + 4), "text-anchor", "end");
    rect(svg, bar, y);
    double end = x.at(x.clamp(bar.value()));
    svg.open("g", "class", Ink.EVIDENCE.cssClass(), "stroke", Ink.EVIDENCE.light(), "fill", "none");
    if (bar.value() > x.high()) {
      String at = "M" + Svg.number(end - 4) + " " + Svg.number(y);
      svg.empty("path", "class", "cut", "d", at + ARROW);
    } else {
      dots(svg, bar, y);
      end = whisker(svg, bar, y);
    }
    svg.close();
    svg.text(end + GAP, y + 4, bar.label());
    svg.close();
  }

  private void rect(Svg svg, BarChart.Bar bar, double y) {
    boolean hollow = bar.style() == MarkStyle.UNRANKED;
    double width = Math.max(x.at(x.clamp(bar.value())) - x.start(), 1);
    svg.empty(
        "rect",
        "class",
        "bar",
        "x",
        Svg.number(x.start()),
        "y",
        Svg.number(y - BAR / 2),
        "width",
        Svg.number(width),
        "height",
        Svg.number(BAR),
        "fill",
        "currentColor",
        "stroke",
        "currentColor",
        "fill-opacity",
        hollow ? "0" : ".35",
        "stroke-dasharray",
        hollow ? "4 3" : "none");
  }

  /** Forks from the first round at the top to the last at the bottom: drift shows as a slope. */
  private void dots(Svg svg, BarChart.Bar bar, double y) {
    int count = bar.dots().size();
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < count; i++) {
      double step = count == 1 ? 0 : (double) i / (count - 1) - 0.5;
      double dotX = x.at(x.clamp(bar.dots().get(i)));
      d.append('M').append(Svg.number(dotX));
      d.append(' ').append(Svg.number(y + step * (BAR - 4))).append("h0");
    }
    svg.empty(
        "path",
        "class",
        "dots",
        "stroke-width",
        "3.4",
        "stroke-linecap",
        "round",
        "stroke-opacity",
        ".6",
        "d",
        d.toString());
  }

  /** Draws the interval and returns how far right everything of the bar reaches. */
  private double whisker(Svg svg, BarChart.Bar bar, double y) {
    double end = Math.max(x.at(bar.value()), x.at(x.clamp(greatest(bar.dots()))));
    if (Double.isNaN(bar.low()) || Double.isNaN(bar.high())) {
      return end;
    }
    double low = x.at(x.clamp(bar.low()));
    double high = x.at(x.clamp(bar.high()));
    String cap = "m0-4v8";
    String from = "M" + Svg.number(low) + " " + Svg.number(y);
    String left = bar.low() >= x.low() ? from + cap : "";
    String to = "M" + Svg.number(high) + " " + Svg.number(y);
    String right = bar.high() > x.high() ? to + ARROW : to + cap;
    String line = from + "H" + Svg.number(high);
    svg.empty("path", "class", "whisker", "d", left + line + right);
    return Math.max(end, high);
  }
}
