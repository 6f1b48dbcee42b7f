package dev.gauntlet.reports.chart;

/**
 * Width of text in a 12-pixel sans-serif font, estimated from classes of characters. It errs on the
 * wide side, since the reader's font is not known.
 */
final class TextWidth {
  private static final String NARROW = "ijl.,:;|!'()[]{}/\\ftI-· ";
  private static final String WIDE = "mwMW@%×▲▼≈–";
  private static final double NARROW_WIDTH = 4.8;
  private static final double NORMAL_WIDTH = 7.7;
  private static final double WIDE_WIDTH = 11.8;
  private static final int LATIN_END = 0x250;

  private TextWidth() {}

  static double of(String text) {
    return text.codePoints().mapToDouble(TextWidth::of).sum();
  }

  private static double of(int c) {
    if (NARROW.indexOf(c) >= 0) {
      return NARROW_WIDTH;
    }
    return c >= LATIN_END || WIDE.indexOf(c) >= 0 ? WIDE_WIDTH : NORMAL_WIDTH;
  }

  /** The text, or as much of its beginning as fits followed by an ellipsis. */
  static String fit(String text, double width) {
    if (of(text) <= width) {
      return text;
    }
    int[] all = text.codePoints().toArray();
    int end = all.length;
    while (end > 0 && of(new String(all, 0, end)) + WIDE_WIDTH > width) {
      end--;
    }
    return new String(all, 0, end) + "…";
  }
}
