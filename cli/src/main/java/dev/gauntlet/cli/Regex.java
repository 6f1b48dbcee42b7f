package dev.gauntlet.cli;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions that options have. */
final class Regex {

  private Regex() {}

  /**
   * Returns the expression.
   *
   * @param option the name of the option
   * @throws UserException if the text is none
   */
  static Pattern of(String option, String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new UserException(
          option + " '" + text + "' is no regular expression: " + e.getDescription());
    }
  }
}
