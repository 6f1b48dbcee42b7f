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
  private static final String CAP = "m0-4v8";
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
    Double reference = chart.reference();
    if (reference != null && reference <= x.high()) {
      svg.dashed(x.at(reference), TOP, x.at(reference), bottom);
    }
    for (int i = 0; i < chart.bars().size(); i++) {
      bar(svg, chart.bars().get(i), TOP + i * ROW + ROW / 2);
    }
    return svg.end();
  }

  private void axis(Svg svg) {
    svg.openLabels("middle");
    for (double tick : x.ticks(TICK_GAP)) {
      svg.line(Ink.GRID, x.at(tick), TOP, x.at(tick), bottom);
      svg.text(x.at(tick), bottom + 15, Numbers.tick(tick));
    }
    svg.text((x.start() + x.end()) / 2, bottom + 32, chart.axis());
    svg.close();
  }

  private void bar(Svg svg, BarChart.Bar bar, double y) {
    svg.openSubject(bar.color(), bar.name());
    svg.textBefore(names, y + 4, TextWidth.fit(bar.name(), names));
    rect(svg, bar, y);
    double end = evidence(svg, bar, y);
    svg.text(end + GAP, y + 4, bar.label());
    svg.close();
  }

  private void rect(Svg svg, BarChart.Bar bar, double y) {
    Svg.Tag rect =
        svg.tag("rect")
            .with("class", "bar")
            .with("x", x.start())
            .with("y", y - BAR / 2)
            .with("width", Math.max(x.at(x.clamp(bar.value())) - x.start(), 1))
            .with("height", BAR)
            .with("stroke", "currentColor");
    if (bar.style() == MarkStyle.UNRANKED) {
      rect.with("fill", "none").with("stroke-dasharray", "4 3").empty();
    } else {
      rect.with("fill", "currentColor").with("fill-opacity", ".35").empty();
    }
  }

  /** Draws the forks and the interval, and returns how far right everything of the bar reaches. */
  private double evidence(Svg svg, BarChart.Bar bar, double y) {
    double end = x.at(x.clamp(bar.value()));
    svg.tag("g")
        .with("class", Ink.EVIDENCE.cssClass())
        .with("stroke", Ink.EVIDENCE.light())
        .with("fill", "none")
        .open();
    if (bar.value() > x.high()) {
      svg.tag("path").with("class", "cut").with("d", "M" + Svg.point(end - 4, y) + ARROW).empty();
    } else {
      dots(svg, bar, y);
      end = Math.max(end, x.at(x.clamp(greatest(bar.dots()))));
      end = Math.max(end, whisker(svg, bar, y));
    }
    svg.close();
    return end;
  }

  /** Forks from the first round at the top to the last at the bottom: drift shows as a slope. */
  private void dots(Svg svg, BarChart.Bar bar, double y) {
    int count = bar.dots().size();
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < count; i++) {
      double step = count == 1 ? 0 : (double) i / (count - 1) - 0.5;
      double dotX = x.at(x.clamp(bar.dots().get(i)));
      d.append('M').append(Svg.point(dotX, y + step * (BAR - 4))).append("h0");
    }
    svg.tag("path")
        .with("class", "dots")
        .with("stroke-width", "3.4")
        .with("stroke-opacity", ".6")
        .with("d", d.toString())
        .empty();
  }

  private double whisker(Svg svg, BarChart.Bar bar, double y) {
    if (Double.isNaN(bar.low()) || Double.isNaN(bar.high())) {
      return x.start();
    }
    double high = x.at(x.clamp(bar.high()));
    String from = "M" + Svg.point(x.at(x.clamp(bar.low())), y);
    String to = "M" + Svg.point(high, y);
    String line = from + "H" + Svg.number(high);
    svg.tag("path")
        .with("class", "whisker")
        .with("d", from + CAP + line + to + (bar.high() > x.high() ? ARROW : CAP))
        .empty();
    return high;
  }
}
