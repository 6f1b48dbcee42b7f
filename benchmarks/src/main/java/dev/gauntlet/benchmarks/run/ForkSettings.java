package dev.gauntlet.benchmarks.run;

import java.time.Duration;

/**
 * How one fork is measured.
 *
 * @param warmupIterations iterations that are not counted
 * @param warmupTime length of each
 * @param measurementIterations iterations that are counted
 * @param measurementTime length of each
 */
public record ForkSettings(
    int warmupIterations,
    Duration warmupTime,
    int measurementIterations,
    Duration measurementTime) {

  /** Returns the length of all iterations together, without the start of the JVM. */
  public Duration iterationTime() {
    return warmupTime
        .multipliedBy(warmupIterations)
        .plus(measurementTime.multipliedBy(measurementIterations));
  }
}
