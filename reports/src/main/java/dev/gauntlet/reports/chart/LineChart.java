package dev.gauntlet.reports.chart;

import java.util.List;

/**
 * Lines over a labelled axis, values on a logarithmic one, names at the ends of the lines.
 *
 * @param id unique on the page; letters, digits and hyphens
 * @param title what it shows
 * @param description its content in a sentence, for those who cannot see it
 * @param xAxis what the horizontal axis shows
 * @param yAxis unit of the vertical axis
 * @param ticks labelled positions of the horizontal axis, ascending
 * @param series the lines
 */
public record LineChart(
    String id,
    String title,
    String description,
    String xAxis,
    String yAxis,
    List<Tick> ticks,
    List<Series> series) {

  /**
   * A labelled position.
   *
   * @param x position
   * @param label its text
   */
  public record Tick(double x, String label) {}

  /**
   * A point of a line.
   *
   * @param x position
   * @param y value, positive
   * @param low lower end of its interval; NaN for none
   * @param high upper end of its interval; NaN for none
   * @param at its position in words
   * @param text its value in words
   */
  public record Point(double x, double y, double low, double high, String at, String text) {}

  /**
   * A line.
   *
   * @param name name of the subject
   * @param color index into the {@link Palette}
   * @param points from left to right, at least one
   */
  public record Series(String name, int color, List<Point> points) {}

  /** The chart as SVG. */
  public String svg() {
    return new LineChartWriter(this).svg();
  }
}
