package dev.gauntlet.reports.format;

import java.util.List;
import java.util.Map;

/**
 * Values in a unit that suits their size.
 *
 * @param unit unit to show, for example {@code "µs/op"}
 * @param factor what a raw value is multiplied with to be in {@code unit}
 */
public record Units(String unit, double factor) {
  private static final Map<String, Double> NANOS =
      Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "min", 6e10, "hr", 3.6e12, "day", 8.64e13);

  private record Step(String name, double size) {}

  private static final List<Step> TIMES =
      List.of(new Step("s", 1e9), new Step("ms", 1e6), new Step("µs", 1e3), new Step("ns", 1));
  private static final List<Step> RATES =
      List.of(new Step("G ", 1e9), new Step("M ", 1e6), new Step("k ", 1e3), new Step("", 1));

  /**
   * The unit for values of about the given size.
   *
   * @param rawUnit JMH's unit: {@code "us/op"}, {@code "ops/ms"}; others are kept as they are
   * @param typical a typical value in {@code rawUnit}
   */
  public static Units of(String rawUnit, double typical) {
    int slash = rawUnit.indexOf('/');
    String over = slash < 0 ? rawUnit : rawUnit.substring(0, slash);
    String under = slash < 0 ? "" : rawUnit.substring(slash + 1);
    Double nanos = NANOS.get(over);
    if (nanos != null && !under.isEmpty()) {
      Step step = step(TIMES, typical * nanos);
      return new Units(step.name() + "/" + under, nanos / step.size());
    }
    Double perNanos = NANOS.get(under);
    if (perNanos != null) {
      double perSecond = 1e9 / perNanos;
      Step step = step(RATES, typical * perSecond);
      return new Units(step.name() + over + "/s", perSecond / step.size());
    }
    return new Units(rawUnit, 1);
  }

  /**
   * The time of one operation in nanoseconds; not a number where the unit is no time.
   *
   * @param rawUnit JMH's unit: {@code "us/op"}, {@code "ops/ms"}
   * @param value a value in {@code rawUnit}
   */
  public static double nanos(String rawUnit, double value) {
    int slash = rawUnit.indexOf('/');
    String over = rawUnit.substring(0, Math.max(slash, 0));
    String under = rawUnit.substring(slash + 1);
    if (under.equals("op")) {
      return value * NANOS.getOrDefault(over, Double.NaN);
    }
    return over.equals("ops") ? NANOS.getOrDefault(under, Double.NaN) / value : Double.NaN;
  }

  private static Step step(List<Step> steps, double size) {
    return steps.stream()
        .filter(step -> size >= step.size())
        .findFirst()
        .orElseGet(() -> steps.get(steps.size() - 1));
  }

  /** A raw value as a number in this unit, without the unit. */
  public String number(double raw) {
    return Numbers.compact(raw * factor);
  }

  /** A raw value with this unit. */
  public String format(double raw) {
    return number(raw) + " " + unit;
  }

  /** The unit in ASCII. */
  public String asciiUnit() {
    return unit.replace('µ', 'u');
  }
}
