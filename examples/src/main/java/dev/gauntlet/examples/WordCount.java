package dev.gauntlet.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a word stands in a file.
 *
 * @param file the file
 * @param count the number of occurrences, in whatever case
 */
public record WordCount(Path file, long count) {

  /** Counts a word in a file; this is what the examples give to an executor. */
  static WordCount of(String word, Path file) {
    try {
      Matcher matcher =
          Pattern.compile("\\b" + Pattern.quote(word) + "\\b", Pattern.CASE_INSENSITIVE)
              .matcher(Files.readString(file));
      return new WordCount(file, matcher.results().count());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  @Override
  public String toString() {
    return file.getFileName() + ": " + count;
  }
}
