package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.environment.Revision;
import dev.gauntlet.soak.SoakReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a soak leaves behind.
 *
 * @param startedAt when it began, in UTC
 * @param commit the commit of the sources, null if it is unknown
 * @param dirty whether they differ from it
 * @param java the version of Java
 * @param processors how many processors Java sees
 * @param passed whether nothing was wrong
 * @param soak what was done and seen
 */
record SoakRecord(
    String startedAt,
    @Nullable String commit,
    boolean dirty,
    String java,
    int processors,
    boolean passed,
    SoakReport soak) {
  static final String FILE = "soak.json";

  static SoakRecord of(Instant startedAt, Revision revision, SoakReport report) {
    return new SoakRecord(
        startedAt.toString(),
        revision.commit(),
        revision.dirty(),
        Runtime.version().toString(),
        Runtime.getRuntime().availableProcessors(),
        report.isPassed(),
        report);
  }

  String toJson() {
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }
}
