package dev.gauntlet.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars from zero with an interval and the forks behind it.
 *
 * @param id unique on the page; letters, digits and hyphens
 * @param title what it shows
 * @param description its content in a sentence, for those who cannot see it
 * @param axis what the axis shows, for example {@code "µs/op, shorter is better"}
 * @param bars top to bottom
 * @param reference value of a dashed line; null for none
 */
public record BarChart(
    String id,
    String title,
    String description,
    String axis,
    List<Bar> bars,
    @Nullable Double reference) {

  /**
   * One bar.
   *
   * @param name name of the subject
   * @param color index into the {@link Palette}
   * @param value length of the bar
   * @param low lower end of the interval; NaN for none
   * @param high upper end of the interval; NaN for none
   * @param dots one value per fork, in order of rounds
   * @param label the value as text
   * @param style how it is drawn
   */
  public record Bar(
      String name,
      int color,
      double value,
      double low,
      double high,
      List<Double> dots,
      String label,
      MarkStyle style) {}

  /** The chart as SVG. */
  public String svg() {
    return new BarChartWriter(this).svg();
  }
}
