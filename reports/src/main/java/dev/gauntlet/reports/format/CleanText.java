package dev.gauntlet.reports.format;

/**
 * Text from a file made fit to show: what could steer a terminal, hide or reorder text, or break
 * XML becomes a replacement character.
 */
public final class CleanText {
  private static final int REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /** One line: line breaks and tabs become spaces. */
  public static String line(String text) {
    return clean(text, false);
  }

  /** Several lines: line feeds and tabs are kept, carriage returns before them dropped. */
  public static String block(String text) {
    return clean(text.replace("\r\n", "\n"), true);
  }

  private static String clean(String text, boolean keepLines) {
    if (text.codePoints().noneMatch(CleanText::needsCare)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> clean(c, keepLines)).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static int clean(int c, boolean keepLines) {
    if (c == '\n' || c == '\t') {
      return keepLines ? c : ' ';
    }
    return c == '\r' ? ' ' : needsCare(c) ? REPLACEMENT : c;
  }

  private static boolean needsCare(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    };
  }
}
