package dev.gauntlet.reports.format;

import java.util.List;
import java.util.stream.Collectors;

/** Text from a file made fit for Markdown: it shows as it is and means nothing. */
public final class MarkdownText {
  private static final String SPECIAL = "\\`*_[]|~";

  private MarkdownText() {}

  /** A line of a table, each of its cells escaped. */
  public static String row(List<String> cells) {
    return cells.stream()
        .map(MarkdownText::escape)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** One line in which no character opens markup, and none mentions anybody. */
  public static String escape(String text) {
    return text.codePoints().mapToObj(MarkdownText::escape).collect(Collectors.joining());
  }

  private static String escape(int c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '@' -> "&#64;";
      case '\n', '\r' -> " ";
      default -> SPECIAL.indexOf(c) >= 0 ? "\\" + (char) c : Character.toString(c);
    };
  }
}
