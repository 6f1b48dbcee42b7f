package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.environment.Revision;
import dev.gauntlet.reports.record.JsonFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the kit said when it was run again and again.
 *
 * @param startedAt when it began, in UTC
 * @param commit the commit of the sources, null if it is unknown
 * @param dirty whether they differ from it
 * @param java the version of Java
 * @param processors how many processors Java sees
 * @param seconds how long it took so far
 * @param subjects what each subject broke
 */
record RepeatedRecord(
    String startedAt,
    @Nullable String commit,
    boolean dirty,
    String java,
    int processors,
    long seconds,
    List<Subject> subjects) {
  static final String FILE = "conform-repeats.json";

  /**
   * What one subject broke.
   *
   * @param runs whole runs
   * @param tests tests of each
   * @param failures the tests that failed in any of them
   */
  record Subject(String name, String version, int runs, int tests, List<Failure> failures) {}

  /**
   * A test that failed.
   *
   * @param known whether it is a known deviation of a peer
   * @param runs in how many runs
   * @param message what it said the first time
   */
  record Failure(
      String rule, String test, boolean known, int runs, int firstRun, @Nullable String message) {}

  static RepeatedRecord of(Instant startedAt, Revision revision, List<Subject> subjects) {
    return new RepeatedRecord(
        startedAt.toString(),
        revision.commit(),
        revision.dirty(),
        Runtime.version().toString(),
        Runtime.getRuntime().availableProcessors(),
        Duration.between(startedAt, Instant.now()).toSeconds(),
        List.copyOf(subjects));
  }

  boolean isPassed() {
    return subjects.stream()
        .flatMap(subject -> subject.failures().stream())
        .allMatch(Failure::known);
  }

  String toJson() {
    return JsonFiles.toText(this);
  }
}
