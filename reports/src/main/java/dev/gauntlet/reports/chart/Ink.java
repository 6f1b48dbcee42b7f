package dev.gauntlet.reports.chart;

/** The colours of a chart that belong to no subject. */
public enum Ink {
  /** Text. */
  TEXT("ink", "#1b1f24", "#e6e9ee"),
  /** Axis labels and captions. */
  MUTED("muted", "#57606a", "#a1a9b4"),
  /** Grid lines. */
  GRID("grid", "#e1e5ea", "#2f353d"),
  /** The band within which two subjects count as the same. */
  BAND("band", "#e1e5ea", "#2f353d"),
  /** The line of the baseline. */
  REFERENCE("reference", "#57606a", "#a1a9b4"),
  /** Fork dots and whiskers. */
  EVIDENCE("evidence", "#1b1f24", "#e6e9ee");

  private final String cssClass;
  private final String light;
  private final String dark;

  Ink(String cssClass, String light, String dark) {
    this.cssClass = cssClass;
    this.light = light;
    this.dark = dark;
  }

  /** Class name that a style sheet gives the colour to. */
  public String cssClass() {
    return cssClass;
  }

  /** Colour on a light background. */
  public String light() {
    return light;
  }

  /** Colour on a dark background. */
  public String dark() {
    return dark;
  }
}
