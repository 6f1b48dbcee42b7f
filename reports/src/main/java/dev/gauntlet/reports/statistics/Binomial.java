package dev.gauntlet.reports.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * A probability that was estimated by counting.
 *
 * @param successes how often it happened
 * @param trials how often it could have happened
 * @param low lower end of Clopper and Pearson's 95 % interval
 * @param high upper end
 */
public record Binomial(int successes, int trials, double low, double high) {
  private static final double ERROR = 0.05;

  /**
   * The estimate of some trials.
   *
   * @throws IllegalArgumentException when there are no trials or more successes than trials
   */
  public static Binomial of(int successes, int trials) {
    Interval interval =
        BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(trials, successes, ERROR);
    return new Binomial(successes, trials, interval.getLowerBound(), interval.getUpperBound());
  }

  /** The share of successes. */
  public double rate() {
    return (double) successes / trials;
  }
}
