package dev.gauntlet.reports.chart;

import dev.gauntlet.reports.format.CleanText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG: escapes text and attributes, keeps numbers short, closes what was opened. */
final class Svg {
  private static final String FONT = "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
  private static final int FONT_SIZE = 12;

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  private Svg() {}

  /** Starts a chart of the given size, named for those who cannot see it. */
  static Svg chart(String id, String title, String description, double width, double height) {
    Svg svg = new Svg();
    String size = number(width) + " " + number(height);
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + size,
        "width",
        number(width),
        "height",
        number(height),
        "role",
        "img",
        "aria-labelledby",
        id + "-t " + id + "-d",
        "font-family",
        FONT,
        "font-size",
        String.valueOf(FONT_SIZE),
        "fill",
        Ink.TEXT.light(),
        "class",
        "chart " + Ink.TEXT.cssClass());
    svg.element("title", title, "id", id + "-t");
    svg.element("desc", description, "id", id + "-d");
    return svg;
  }

  /** Opens an element; attributes as name, value, name, value. */
  Svg open(String name, String... attributes) {
    start(name, attributes);
    out.append('>');
    open.push(name);
    return this;
  }

  /** Opens a group in the colour of a subject, which its parts use as {@code currentColor}. */
  Svg openSubject(int color, String name) {
    return open(
        "g",
        "class",
        "subject " + Palette.cssClass(color),
        "color",
        Palette.light(color),
        "data-subject",
        name);
  }

  Svg close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element without content. */
  Svg empty(String name, String... attributes) {
    start(name, attributes);
    out.append("/>");
    return this;
  }

  /** An element with text. */
  Svg element(String name, String text, String... attributes) {
    start(name, attributes);
    out.append('>').append(escape(text)).append("</").append(name).append('>');
    return this;
  }

  /** Text at a point. */
  Svg text(double x, double y, String text) {
    return element("text", text, "x", number(x), "y", number(y));
  }

  /** A straight line in a chart colour. */
  Svg line(Ink ink, double x1, double y1, double x2, double y2) {
    return path(ink, "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2));
  }

  /** A stroked path in a chart colour. */
  Svg path(Ink ink, String d) {
    return empty("path", "class", ink.cssClass(), "stroke", ink.light(), "fill", "none", "d", d);
  }

  private void start(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1])).append('"');
    }
  }

  /** Closes everything and returns the chart. */
  String end() {
    while (!open.isEmpty()) {
      close();
    }
    return out.toString();
  }

  /** At most one decimal, without a trailing zero. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  static String escape(String text) {
    return CleanText.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
