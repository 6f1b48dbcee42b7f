package dev.gauntlet.reports.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Variance;

/** How far numbers lie apart. */
public final class Spread {
  private static final double MAD_OF_A_NORMAL_LAW = 1.4826;

  private Spread() {}

  /**
   * Median absolute deviation from the median, scaled so that it is the standard deviation of a
   * normal law.
   *
   * @param values at least one
   */
  public static double robustDeviation(double... values) {
    double center = median(values);
    return MAD_OF_A_NORMAL_LAW
        * median(Arrays.stream(values).map(value -> Math.abs(value - center)).toArray());
  }

  private static double median(double[] values) {
    return Median.withDefaults().evaluate(values.clone());
  }

  /**
   * Share of the variance that lies between groups: the intra-class correlation of a one-way
   * analysis of variance, at least 0.
   *
   * @param groups groups of equal size; NaN for fewer than two groups or fewer than two values each
   */
  public static double shareBetween(List<double[]> groups) {
    if (groups.size() < 2 || groups.get(0).length < 2) {
      return Double.NaN;
    }
    int size = groups.get(0).length;
    double within =
        groups.stream().mapToDouble(group -> Variance.of(group).getAsDouble()).average().orElse(0);
    double[] means = groups.stream().mapToDouble(group -> Mean.of(group).getAsDouble()).toArray();
    double between = size * Variance.of(means).getAsDouble();
    double all = between + (size - 1) * within;
    return all == 0 ? 0 : Math.max(0, (between - within) / all);
  }
}
