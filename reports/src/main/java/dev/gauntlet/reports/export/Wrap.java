package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Notice;

/** Notices wrapped to the width of the terminal, their lines after the first indented. */
final class Wrap {
  private static final String BULLET = "! ";

  private Wrap() {}

  static void append(StringBuilder text, Notice notice, TextStyle style) {
    String whole = notice.about().isEmpty() ? notice.text() : notice.about() + ": " + notice.text();
    String line = BULLET;
    for (String word : (style.ascii() ? Ascii.of(whole) : whole).split(" ", -1)) {
      if (line.length() + word.length() > style.width() && line.length() > BULLET.length()) {
        text.append(line.stripTrailing()).append('\n');
        line = " ".repeat(BULLET.length());
      }
      line += word + " ";
    }
    text.append(line.stripTrailing()).append('\n');
  }
}
