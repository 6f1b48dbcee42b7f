package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.run.Cell;
import dev.gauntlet.benchmarks.run.Progress;
import dev.gauntlet.benchmarks.run.ProgressListener;
import dev.gauntlet.reports.record.ForkFailure;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.RunEnd;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows how far a run is: one line that is redrawn on a terminal, one line for each fork in a log.
 * Draws between iterations only, so that it costs no measurement anything.
 */
final class BenchProgress implements ProgressListener {
  private static final int BAR = 20;

  private final PrintWriter err;
  private final StatusLine status;

  BenchProgress(PrintWriter err) {
    this.err = err;
    this.status = new StatusLine(err);
  }

  @Override
  public void forkStarted(Cell cell, int round, Progress progress) {
    redraw(cell.label() + ", round " + (round + 1), progress);
  }

  @Override
  public void iterationStarted(
      Cell cell, boolean warmup, int number, int count, Progress progress) {
    redraw(
        cell.label() + (warmup ? ", warm-up " : ", measuring ") + number + "/" + count, progress);
  }

  @Override
  public void forkFinished(ForkResult fork, Progress progress) {
    if (!status.isDrawn()) {
      err.printf(
          Locale.ROOT,
          "[%d/%d] %s %s %s %.4g %s, %s left%n",
          progress.done(),
          progress.total(),
          fork.scenario(),
          fork.params().isEmpty() ? "" : fork.params().toString(),
          fork.subject(),
          fork.score(),
          fork.unit(),
          Text.minutes(progress.remaining().toSeconds()));
      err.flush();
    }
  }

  @Override
  public void forkFailed(ForkFailure failure, Progress progress) {
    status.clear();
    err.println(
        "FAILED " + failure.scenario() + " / " + failure.subject() + ": " + failure.message());
    err.flush();
  }

  @Override
  public void runEnded(RunEnd end, Progress progress) {
    status.clear();
    err.printf(
        Locale.ROOT,
        "%d forks, %d failed, %s%n",
        progress.done(),
        progress.failed(),
        Text.minutes(progress.elapsed().toSeconds()));
    err.flush();
  }

  private void redraw(String what, Progress progress) {
    if (!status.isDrawn()) {
      return;
    }
    int filled = (int) Math.round(progress.fraction() * BAR);
    String line =
        String.format(
            Locale.ROOT,
            "[%s%s] %d/%d, %s left  %s",
            "#".repeat(filled),
            ".".repeat(BAR - filled),
            progress.done(),
            progress.total(),
            Text.minutes(progress.remaining().toSeconds()),
            what);
    status.draw(line);
  }
}
