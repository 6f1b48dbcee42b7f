package dev.gauntlet.reports.export;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal can show.
 *
 * @param ascii whether only ASCII may be written
 * @param color whether ANSI colours may be written
 * @param width columns, at least {@value #MIN_WIDTH}
 */
public record TextStyle(boolean ascii, boolean color, int width) {
  /** Below this many columns lines are wider than asked. */
  public static final int MIN_WIDTH = 80;

  private static final String NEEDED = "▲▼≈✗×–µ…";

  public TextStyle {
    width = Math.max(width, MIN_WIDTH);
  }

  /** ASCII without colour in 80 columns: what every terminal and log shows. */
  public static TextStyle plain() {
    return new TextStyle(true, false, MIN_WIDTH);
  }

  /** 80 columns without colour; glyphs when the named charset has them, else ASCII. */
  public static TextStyle forCharset(@Nullable String charset) {
    return new TextStyle(!hasGlyphs(charset), false, MIN_WIDTH);
  }

  private static boolean hasGlyphs(@Nullable String charset) {
    try {
      return charset != null && Charset.forName(charset).newEncoder().canEncode(NEEDED);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }
}
