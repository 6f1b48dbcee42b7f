package dev.gauntlet.benchmarks.run;

import dev.gauntlet.reports.record.ForkFailure;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.RunEnd;
import java.nio.file.Path;

/**
 * Is told how a run gets on, on the thread that runs it and between iterations, so that drawing
 * costs no measurement anything as long as a call returns at once.
 */
public interface ProgressListener {

  /** The run starts. */
  default void runStarted(BenchPlan plan, Path runDirectory, Progress progress) {}

  /** A fork starts. */
  default void forkStarted(Cell cell, int round, Progress progress) {}

  /**
   * An iteration of a fork starts.
   *
   * @param warmup whether it is not counted
   * @param number from 1
   * @param count how many there are of its kind
   */
  default void iterationStarted(
      Cell cell, boolean warmup, int number, int count, Progress progress) {}

  /** A fork is in the record. */
  default void forkFinished(ForkResult fork, Progress progress) {}

  /** A fork failed, which is in the record. */
  default void forkFailed(ForkFailure failure, Progress progress) {}

  /** The end is in the record. */
  default void runEnded(RunEnd end, Progress progress) {}
}
