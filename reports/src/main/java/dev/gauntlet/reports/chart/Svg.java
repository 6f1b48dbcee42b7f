package dev.gauntlet.reports.chart;

import dev.gauntlet.reports.format.CleanText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG: escapes text and attributes, keeps numbers short, closes what was opened. */
final class Svg {
  private static final String FONT = "system-ui, Segoe UI, Roboto, DejaVu Sans, sans-serif";
  private static final double FONT_SIZE = 12;

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  private Svg() {}

  /** Starts a chart of the given size, named for those who cannot see it. */
  static Svg chart(String id, String title, String description, double width, double height) {
    Svg svg = new Svg();
    svg.tag("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", "0 0 " + number(width) + " " + number(height))
        .with("width", width)
        .with("height", height)
        .with("role", "img")
        .with("aria-labelledby", id + "-t " + id + "-d")
        .with("font-family", FONT)
        .with("font-size", FONT_SIZE)
        .with("stroke-linecap", "round")
        .with("fill", Ink.TEXT.light())
        .with("class", "chart " + Ink.TEXT.cssClass())
        .open();
    svg.tag("title").with("id", id + "-t").text(title);
    svg.tag("desc").with("id", id + "-d").text(description);
    return svg;
  }

  /** Starts an element, which one of its methods has to finish. */
  Tag tag(String name) {
    return new Tag(name);
  }

  /** An element that is being written. */
  final class Tag {
    private final String name;

    private Tag(String name) {
      this.name = name;
      out.append('<').append(name);
    }

    Tag with(String attribute, String value) {
      out.append(' ').append(attribute).append("=\"").append(escape(value)).append('"');
      return this;
    }

    Tag with(String attribute, double value) {
      return with(attribute, number(value));
    }

    /** Finishes an element without content. */
    void empty() {
      out.append("/>");
    }

    /** Finishes an element that holds a text. */
    void text(String text) {
      out.append('>').append(escape(text)).append("</").append(name).append('>');
    }

    /** Finishes the start of an element whose content follows, up to {@link Svg#close}. */
    void open() {
      out.append('>');
      open.push(name);
    }
  }

  /** Opens a group in the colour of a subject, which its parts use as {@code currentColor}. */
  void openSubject(int color, String name) {
    tag("g")
        .with("class", "subject " + Palette.cssClass(color))
        .with("color", Palette.light(color))
        .with("data-subject", name)
        .open();
  }

  /** The same with values for a script to show. */
  void openSubject(int color, String name, String values) {
    tag("g")
        .with("class", "subject " + Palette.cssClass(color))
        .with("color", Palette.light(color))
        .with("data-subject", name)
        .with("data-values", values)
        .open();
  }

  /** Opens a group for the labels of axes. */
  void openLabels(String anchor) {
    tag("g")
        .with("class", Ink.MUTED.cssClass())
        .with("fill", Ink.MUTED.light())
        .with("text-anchor", anchor)
        .open();
  }

  /** Closes what was opened last. */
  void close() {
    out.append("</").append(open.pop()).append('>');
  }

  /** Text that starts at a point, or ends or is centred there where its group says so. */
  void text(double x, double y, String text) {
    tag("text").with("x", x).with("y", y).text(text);
  }

  /** Text that ends at a point. */
  void textBefore(double x, double y, String text) {
    tag("text").with("x", x).with("y", y).with("text-anchor", "end").text(text);
  }

  /** A straight line in a chart colour. */
  void line(Ink ink, double x1, double y1, double x2, double y2) {
    tag("path")
        .with("class", ink.cssClass())
        .with("stroke", ink.light())
        .with("d", "M" + point(x1, y1) + "L" + point(x2, y2))
        .empty();
  }

  /** A dashed line in the colour of references. */
  void dashed(double x1, double y1, double x2, double y2) {
    tag("g").with("stroke-dasharray", "4 3").open();
    line(Ink.REFERENCE, x1, y1, x2, y2);
    close();
  }

  /** Closes everything and returns the chart. */
  String end() {
    while (!open.isEmpty()) {
      close();
    }
    return out.toString();
  }

  /** A point as part of a path. */
  static String point(double x, double y) {
    return number(x) + " " + number(y);
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
