package dev.gauntlet.cli;

import dev.gauntlet.reports.export.TextStyle;
import picocli.CommandLine.Help.Ansi;

/** What the terminal can show. */
final class Terminal {

  private Terminal() {}

  /** Returns how tables are printed: glyphs and colours only where they arrive. */
  static TextStyle style() {
    TextStyle plain = TextStyle.forCharset(System.getProperty("stdout.encoding"));
    return new TextStyle(plain.ascii(), Ansi.AUTO.enabled(), columns());
  }

  private static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{1,4}")
        ? Integer.parseInt(columns)
        : TextStyle.MIN_WIDTH;
  }
}
