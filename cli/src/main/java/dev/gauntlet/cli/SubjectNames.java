package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.Subjects;

/** Names of what the benchmarks can measure. */
final class SubjectNames {
  private SubjectNames() {}

  /** Returns the name, or complains when there is no such subject. */
  static String known(String name) {
    try {
      return Subjects.named(name).info().name();
    } catch (IllegalArgumentException unknown) {
      throw new UserException(unknown.getMessage());
    }
  }
}
