package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.environment.Revision;
import java.nio.file.Path;

/** The sources that the launcher has started this command line from. */
final class SourceFolder {
  private SourceFolder() {}

  static Path path() {
    return Path.of(System.getProperty("gauntlet.home", ""));
  }

  static Revision revision() {
    return Revision.of(path());
  }
}
