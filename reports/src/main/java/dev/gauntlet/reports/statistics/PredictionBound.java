package dev.gauntlet.reports.statistics;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far above their mean one more observation of the same normal law lies with a given
 * probability at most.
 *
 * @param mean mean of the observations so far
 * @param reach distance from the mean to the bound
 */
public record PredictionBound(double mean, double reach) {

  /**
   * The one-sided bound.
   *
   * @param observations at least two
   * @param alpha probability that the next one lies above the bound
   */
  public static PredictionBound of(double[] observations, double alpha) {
    int n = observations.length;
    double quantile = TDistribution.of(n - 1.0).inverseSurvivalProbability(alpha);
    double deviation = StandardDeviation.of(observations).getAsDouble();
    return new PredictionBound(
        Mean.of(observations).getAsDouble(), quantile * deviation * Math.sqrt(1 + 1.0 / n));
  }
}
