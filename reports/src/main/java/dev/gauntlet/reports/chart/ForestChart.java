package dev.gauntlet.reports.chart;

import java.util.List;

/**
 * Ratios to a baseline with their intervals on a logarithmic axis, and what they say in words at
 * the right.
 *
 * @param id unique on the page; letters, digits and hyphens
 * @param title what it shows
 * @param description its content in a sentence, for those who cannot see it
 * @param axis what the axis shows
 * @param marks top to bottom
 * @param bandLow lower edge of the band that counts as the same, below 1
 * @param bandHigh upper edge of the band, above 1
 * @param limit a ratio that is marked by a line; NaN for none
 */
public record ForestChart(
    String id,
    String title,
    String description,
    String axis,
    List<Mark> marks,
    double bandLow,
    double bandHigh,
    double limit) {

  /**
   * One ratio.
   *
   * @param name name of the subject
   * @param color index into the {@link Palette}
   * @param value the ratio, positive
   * @param low lower end of the interval, 0 when it is open there; NaN for no interval
   * @param high upper end of the interval, infinite when it is open there; NaN for no interval
   * @param label the ratio and its verdict as text
   * @param style how it is drawn
   * @param group heading over this mark and its neighbours of the same group; empty for none
   * @param subject name of the subject, where {@code name} is that of a row
   */
  public record Mark(
      String name,
      int color,
      double value,
      double low,
      double high,
      String label,
      MarkStyle style,
      String group,
      String subject) {

    /** A mark of a subject, without a heading. */
    public Mark(
        String name,
        int color,
        double value,
        double low,
        double high,
        String label,
        MarkStyle style) {
      this(name, color, value, low, high, label, style, "", name);
    }
  }

  /** The chart as SVG. */
  public String svg() {
    return new ForestChartWriter(this).svg();
  }
}
