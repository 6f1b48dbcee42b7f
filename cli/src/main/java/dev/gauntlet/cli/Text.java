package dev.gauntlet.cli;

/** Words for a terminal of 80 columns. */
final class Text {

  private Text() {}

  /** Returns the first line of the text, cut to a width. */
  static String cut(String text, int width) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= width ? line : line.substring(0, width - 3) + "...";
  }

  /** Returns a duration such as {@code 1:05}. */
  static String minutes(long seconds) {
    return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
  }

  /** Returns {@code 1 rule} or {@code 2 rules}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
