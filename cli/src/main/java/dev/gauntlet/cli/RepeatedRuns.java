package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.environment.Revision;
import dev.gauntlet.conformance.run.ConformanceRun;
import dev.gauntlet.conformance.run.RuleResult;
import dev.gauntlet.conformance.run.RuleResult.Outcome;
import dev.gauntlet.reports.record.AtomicFiles;
import dev.gauntlet.spi.ExecutorProvider;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the kit over the subjects again and again, one subject after the other in each round, to see
 * what breaks once in many runs, in the subject or in the kit.
 */
final class RepeatedRuns {
  private final ConformanceRun run;
  private final int rounds;
  private final Path directory;
  private final Instant startedAt = Instant.now();
  private final Revision revision = SourceFolder.revision();

  RepeatedRuns(ConformanceRun run, int rounds, Path directory) {
    this.run = run;
    this.rounds = rounds;
    this.directory = directory;
  }

  /** Returns what was seen; the file in the folder has it after each round. */
  RepeatedRecord of(List<ExecutorProvider> subjects, PrintWriter err) {
    int tests = run.size();
    List<Tally> tallies = subjects.stream().map(subject -> new Tally(subject, tests)).toList();
    StepProgress progress = new StepProgress(err, "runs", rounds * subjects.size());
    RepeatedRecord seen = record(tallies);
    for (int round = 1; round <= rounds; round++) {
      for (Tally tally : tallies) {
        tally.add(run.run(tally.subject, result -> {}));
        progress.step();
      }
      seen = record(tallies);
      AtomicFiles.write(directory.resolve(RepeatedRecord.FILE), seen.toJson());
    }
    progress.done();
    return seen;
  }

  private RepeatedRecord record(List<Tally> tallies) {
    return RepeatedRecord.of(startedAt, revision, tallies.stream().map(Tally::record).toList());
  }

  /** What was seen of one subject. */
  private static final class Tally {
    private final ExecutorProvider subject;
    private final int tests;
    private final Map<String, RepeatedRecord.Failure> failures = new LinkedHashMap<>();
    private int runs;

    Tally(ExecutorProvider subject, int tests) {
      this.subject = subject;
      this.tests = tests;
    }

    void add(List<RuleResult> results) {
      runs++;
      SubjectResults judged = new SubjectResults(subject, results);
      for (RuleResult result : results) {
        if (result.outcome() == Outcome.BROKEN) {
          failures.merge(
              result.rule() + " " + result.test(), first(judged, result), Tally::oneMore);
        }
      }
    }

    private RepeatedRecord.Failure first(SubjectResults judged, RuleResult result) {
      return new RepeatedRecord.Failure(
          result.rule(), result.test(), judged.isKnown(result), 1, runs, result.message());
    }

    private static RepeatedRecord.Failure oneMore(
        RepeatedRecord.Failure before, RepeatedRecord.Failure again) {
      return new RepeatedRecord.Failure(
          before.rule(),
          before.test(),
          before.known(),
          before.runs() + again.runs(),
          before.firstRun(),
          before.message());
    }

    RepeatedRecord.Subject record() {
      return new RepeatedRecord.Subject(
          subject.name(),
          subject.version().orElse(""),
          runs,
          tests,
          new ArrayList<>(failures.values()));
    }
  }
}
