package dev.gauntlet.benchmarks.run;

import dev.gauntlet.reports.record.ForkFailure;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.RunEnd;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunRecordWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.IterationType;

/** Measures fork after fork and writes each to the record before the next one starts. */
final class RunLoop {
  private static final long STOP_GRACE_MILLIS = 300;

  private final BenchPlan plan;
  private final ForkRunner runner;
  private final RunRecordWriter writer;
  private final ProgressListener listener;
  private final StopSignal stop;
  private final Pace pace;
  private final Map<Key, Boolean> recorded = new HashMap<>();
  private final long start = System.nanoTime();
  private int forksRecorded;
  private int failuresRecorded;

  /** Names a fork within its run. */
  private record Key(
      int round, String scenario, String subject, Map<String, String> params, int threads) {
    static Key of(int round, Cell cell) {
      Row row = cell.row();
      return new Key(round, row.name(), cell.subject(), row.params(), row.threads());
    }
  }

  RunLoop(
      BenchPlan plan,
      ForkRunner runner,
      RunRecordWriter writer,
      ProgressListener listener,
      StopSignal stop) {
    this.plan = plan;
    this.runner = runner;
    this.writer = writer;
    this.listener = listener;
    this.stop = stop;
    this.pace = new Pace(plan.forks(), plan.fork().iterationTime());
  }

  /** Passes over the forks that a record holds already. */
  void skip(RunRecord record) {
    for (ForkResult fork : record.forks()) {
      recorded.put(
          new Key(fork.round(), fork.scenario(), fork.subject(), fork.params(), fork.threads()),
          false);
    }
    for (ForkFailure failure : record.failures()) {
      recorded.put(
          new Key(
              failure.round(),
              failure.scenario(),
              failure.subject(),
              failure.params(),
              failure.threads()),
          true);
    }
    forksRecorded = record.forks().size();
    failuresRecorded = record.failures().size();
  }

  /** Measures what is left and writes the end. */
  BenchOutcome run(Path directory) {
    listener.runStarted(plan, directory, progress());
    RunEnd end = new RunEnd(measureRounds(), Instant.now(), forksRecorded);
    writer.end(end);
    listener.runEnded(end, progress());
    return new BenchOutcome(directory, end.reason(), forksRecorded, failuresRecorded);
  }

  private RunEnd.Reason measureRounds() {
    for (int round = 0; round < plan.rounds(); round++) {
      if (!fits(round)) {
        return RunEnd.Reason.BUDGET;
      }
      if (!measureRound(round)) {
        return RunEnd.Reason.INTERRUPTED;
      }
    }
    return RunEnd.Reason.COMPLETE;
  }

  private boolean fits(int round) {
    Duration budget = plan.budget();
    if (budget == null || round < Planner.FEWEST_ROUNDS) {
      return true;
    }
    Duration next = pace.perFork().multipliedBy(plan.cells().size());
    return elapsed().plus(next).compareTo(budget) <= 0;
  }

  /** Returns whether the round was finished, which it is not when the run is stopped. */
  private boolean measureRound(int round) {
    List<Cell> cells = plan.order(round);
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      Boolean failed = recorded.get(Key.of(round, cell));
      if (failed != null) {
        pace.skipped(failed);
      } else if (stop.isRequested() || !measure(cell, round, round * cells.size() + i)) {
        return false;
      }
    }
    return true;
  }

  private boolean measure(Cell cell, int round, int order) {
    listener.forkStarted(cell, round, progress());
    try {
      ForkResult fork =
          runner.run(
              cell,
              round,
              order,
              (iteration, number) ->
                  listener.iterationStarted(
                      cell,
                      iteration.getType() == IterationType.WARMUP,
                      number,
                      iteration.getCount(),
                      progress()));
      writer.fork(fork);
      forksRecorded++;
      pace.measured(Duration.ofMillis(fork.durationMillis()));
      listener.forkFinished(fork, progress());
      return true;
    } catch (ForkFailedException e) {
      return recordFailure(cell, round, String.valueOf(e.getMessage()));
    }
  }

  /**
   * A fork that dies together with the run has not failed: an interrupt from the keyboard reaches
   * its process at the same time as this one, and its death may be seen first.
   */
  private boolean recordFailure(Cell cell, int round, String message) {
    if (stop.comesWithin(STOP_GRACE_MILLIS)) {
      return false;
    }
    Row row = cell.row();
    ForkFailure failure =
        new ForkFailure(round, row.name(), cell.subject(), row.params(), row.threads(), message);
    writer.failure(failure);
    failuresRecorded++;
    pace.failed();
    listener.forkFailed(failure, progress());
    return true;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Progress progress() {
    return pace.progress(elapsed());
  }
}
