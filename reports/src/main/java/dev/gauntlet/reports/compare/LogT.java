package dev.gauntlet.reports.compare;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Student t intervals on the logarithms of positive values, given back on the values' own scale.
 */
final class LogT {
  private LogT() {}

  /** Geometric mean. */
  static double center(double[] values) {
    return Math.exp(Mean.of(logs(values)).getAsDouble());
  }

  /** Interval of the geometric mean; null for fewer than two values. */
  static @Nullable Interval interval(double[] values, double confidence) {
    if (values.length < 2) {
      return null;
    }
    double[] logs = logs(values);
    double error = Math.sqrt(Variance.of(logs).getAsDouble() / logs.length);
    return around(Mean.of(logs).getAsDouble(), error, logs.length - 1.0, confidence);
  }

  /**
   * Interval of the ratio of two geometric means of independent samples, after Welch; null when
   * either sample has fewer than two values.
   */
  static @Nullable Interval ratioInterval(double[] over, double[] under, double confidence) {
    if (over.length < 2 || under.length < 2) {
      return null;
    }
    double a = Variance.of(logs(over)).getAsDouble() / over.length;
    double b = Variance.of(logs(under)).getAsDouble() / under.length;
    double difference = Mean.of(logs(over)).getAsDouble() - Mean.of(logs(under)).getAsDouble();
    if (a + b == 0) {
      return new Interval(Math.exp(difference), Math.exp(difference));
    }
    double degrees =
        (a + b) * (a + b) / (a * a / (over.length - 1.0) + b * b / (under.length - 1.0));
    return around(difference, Math.sqrt(a + b), degrees, confidence);
  }

  private static Interval around(double log, double error, double degrees, double confidence) {
    double reach =
        TDistribution.of(degrees).inverseSurvivalProbability((1 - confidence) / 2) * error;
    return new Interval(Math.exp(log - reach), Math.exp(log + reach));
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }
}
