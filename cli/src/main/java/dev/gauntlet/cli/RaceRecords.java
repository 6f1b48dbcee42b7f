package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.environment.Revision;
import dev.gauntlet.reports.record.RaceMatrix;
import dev.gauntlet.stress.run.OutcomeCount;
import dev.gauntlet.stress.run.RaceResult;
import dev.gauntlet.stress.run.StressReport;
import java.time.Instant;

/** The races as the file that a run leaves. */
final class RaceRecords {

  private RaceRecords() {}

  static RaceMatrix matrix(Instant startedAt, Revision revision, StressReport report) {
    return new RaceMatrix(
        RaceMatrix.SCHEMA,
        startedAt,
        report.mode().name(),
        report.seconds(),
        new RaceMatrix.Origin(
            revision.commit(),
            revision.dirty(),
            Runtime.version().toString(),
            Runtime.getRuntime().availableProcessors()),
        report.results().stream().map(RaceRecords::result).toList());
  }

  private static RaceMatrix.Result result(RaceResult result) {
    return new RaceMatrix.Result(
        result.race(),
        result.subject(),
        result.control(),
        result.rules(),
        result.isPassed(),
        result.verdict().name(),
        result.samples(),
        result.outcomes().stream().map(RaceRecords::outcome).toList(),
        result.errors());
  }

  private static RaceMatrix.OutcomeCount outcome(OutcomeCount outcome) {
    return new RaceMatrix.OutcomeCount(
        outcome.id(), outcome.expectation().name(), outcome.count(), outcome.description());
  }
}
