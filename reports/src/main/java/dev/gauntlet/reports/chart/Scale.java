package dev.gauntlet.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Places values on an axis.
 *
 * @param kind how values are spread
 * @param low value at {@code start}
 * @param high value at {@code end}
 * @param start coordinate of the low end
 * @param end coordinate of the high end
 */
record Scale(Kind kind, double low, double high, double start, double end) {
  /** How values are spread along an axis. */
  enum Kind {
    LINEAR,
    LOG
  }

  private static final double[] STEPS = {1, 2, 5, 10};
  private static final List<double[]> LOG_STEPS =
      List.of(
          new double[] {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9},
          new double[] {1, 1.5, 2, 3, 5, 7},
          new double[] {1, 2, 3, 5},
          new double[] {1, 2, 5},
          new double[] {1, 3},
          new double[] {1});

  /** From zero to a value, with room for its label. */
  static Scale fromZero(double high, double start, double end) {
    return new Scale(Kind.LINEAR, 0, high, start, end);
  }

  /** Logarithmic between two positive values. */
  static Scale log(double low, double high, double start, double end) {
    return new Scale(Kind.LOG, low, high, start, end);
  }

  double at(double value) {
    double fraction =
        kind == Kind.LINEAR
            ? (value - low) / (high - low)
            : Math.log(value / low) / Math.log(high / low);
    return start + fraction * (end - start);
  }

  /** The value, or the nearer end of the axis. */
  double clamp(double value) {
    return Math.min(Math.max(value, low), high);
  }

  /** Round values along the axis, at least {@code gap} apart. */
  List<Double> ticks(double gap) {
    return kind == Kind.LINEAR ? linearTicks(gap) : logTicks(gap);
  }

  private List<Double> linearTicks(double gap) {
    double rough = (high - low) * Math.min(1, gap / Math.abs(end - start));
    double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
    double step =
        DoubleStream.of(STEPS)
            .map(factor -> factor * magnitude)
            .filter(candidate -> candidate >= rough * (1 - 1e-9))
            .findFirst()
            .orElse(10 * magnitude);
    List<Double> ticks = new ArrayList<>();
    for (int i = (int) Math.ceil(low / step); i * step <= high * (1 + 1e-9); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private List<Double> logTicks(double gap) {
    for (double[] steps : LOG_STEPS) {
      List<Double> ticks = logTicks(steps, 1);
      if (areApart(ticks, gap)) {
        return ticks;
      }
    }
    int decades = 2;
    while (!areApart(logTicks(LOG_STEPS.getLast(), decades), gap)) {
      decades++;
    }
    return logTicks(LOG_STEPS.getLast(), decades);
  }

  private boolean areApart(List<Double> ticks, double gap) {
    for (int i = 1; i < ticks.size(); i++) {
      if (Math.abs(at(ticks.get(i)) - at(ticks.get(i - 1))) < gap) {
        return false;
      }
    }
    return true;
  }

  private List<Double> logTicks(double[] steps, int decades) {
    List<Double> ticks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    for (int decade = first; decade <= last; decade++) {
      if (Math.floorMod(decade, decades) == 0) {
        for (double step : steps) {
          addInside(ticks, step * Math.pow(10, decade));
        }
      }
    }
    return ticks;
  }

  private void addInside(List<Double> ticks, double value) {
    if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
      ticks.add(value);
    }
  }
}
