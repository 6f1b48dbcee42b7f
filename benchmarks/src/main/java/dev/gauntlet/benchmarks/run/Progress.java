package dev.gauntlet.benchmarks.run;

import java.time.Duration;

/**
 * How far a run is.
 *
 * @param done forks that are over, those of an earlier run that is resumed included
 * @param total forks that are planned
 * @param failed forks among those done that failed
 * @param elapsed time since this run, or its continuation, started
 * @param remaining time left, an estimate
 */
public record Progress(int done, int total, int failed, Duration elapsed, Duration remaining) {

  /** Returns the share that is done, from 0 to 1. */
  public double fraction() {
    return total == 0 ? 1 : (double) done / total;
  }
}
