package dev.gauntlet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where results go. */
final class OutputFolders {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private OutputFolders() {}

  /** Returns the folder for something that started at the given time; does not create it. */
  static Path fresh(String kind, Instant startedAt) {
    return Path.of("runs", TIME.format(startedAt) + "-" + kind);
  }

  /** Creates a folder and those above it. */
  static void create(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException failure) {
      throw new UserException("cannot create the folder " + directory + ": " + failure);
    }
  }
}
