package dev.gauntlet.reports.export;

/** Text for terminals that show nothing but ASCII. */
final class Ascii {
  private Ascii() {}

  /** The text with the signs used here spelt out and everything else beyond ASCII as {@code ?}. */
  static String of(String text) {
    return text.replace('µ', 'u')
        .replace('×', 'x')
        .replace('–', '-')
        .replace("±", "+-")
        .replaceAll("[^\\x20-\\x7e]", "?");
  }
}
