package dev.gauntlet.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The run that README.md shows, between marks that name its record. */
public final class StoredRun {
  public static final Path README = Path.of("../README.md");

  private static final Pattern RESULTS =
      Pattern.compile("<!-- results of (\\S+) -->\\n(.*?)<!-- end of results -->", Pattern.DOTALL);

  private StoredRun() {}

  /** The record. */
  public static Path record() {
    return README.resolveSibling(results().group(1));
  }

  /** Where the results stand in the file: group 2. */
  public static Matcher results() {
    try {
      Matcher results = RESULTS.matcher(Files.readString(README));
      if (!results.find()) {
        throw new IllegalStateException("README.md has no results between marks");
      }
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
