package dev.gauntlet.reports.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people: few digits, never an exponent, always a decimal point. */
public final class Numbers {
  private static final int DIGITS = 3;
  private static final double NARROW = 0.01;
  private static final double TEN = 10;
  private static final double WIDEST = 1000;
  private static final String TOO_WIDE = "over 1:1000";

  private Numbers() {}

  /** Three significant digits, whole numbers kept whole: 0.0123, 1.23, 12.3, 123, 1235. */
  public static String compact(double value) {
    return significant(value, DIGITS);
  }

  /** The given number of significant digits; digits before the decimal point are never dropped. */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "n/a" : value > 0 ? "infinite" : "-infinite";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int decimals = digits - (rounded.precision() - rounded.scale());
    return fixed(value, Math.max(decimals, 0));
  }

  /** A fixed number of decimals. */
  public static String fixed(double value, int decimals) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : compact(value);
  }

  /** A round value on an axis, without trailing zeros: 0.25, 20, 1500. */
  public static String tick(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(value)
            .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
            .stripTrailingZeros()
            .toPlainString();
  }

  /** A ratio: two decimals near 1, two significant digits far below, three far above. */
  public static String ratio(double value) {
    return ratio(value, 2);
  }

  /**
   * Both bounds of a ratio's interval with as many decimals as it takes to tell them apart, at most
   * three.
   */
  public static String ratioRange(double low, double high, String dash) {
    if (saysNothing(low, high)) {
      return TOO_WIDE;
    }
    int decimals = ratioDecimals(low, high);
    return ratio(low, decimals) + dash + ratio(high, decimals);
  }

  /** Whether an interval is so wide that its bounds are not worth showing. */
  public static boolean saysNothing(double low, double high) {
    return high > WIDEST * low;
  }

  /** A ratio with the decimals of its interval. */
  public static String ratio(double value, double low, double high) {
    return ratio(value, ratioDecimals(low, high));
  }

  private static int ratioDecimals(double low, double high) {
    return high - low < NARROW ? 3 : 2;
  }

  private static String ratio(double value, int decimals) {
    if (!Double.isFinite(value) || value >= TEN) {
      return compact(value);
    }
    return value < 0.1 ? significant(value, 2) : fixed(value, decimals);
  }

  /** A fraction as percent, at most one decimal below 10 %: 0.0163 is 1.6 %. */
  public static String percent(double fraction) {
    double percent = fraction * 100;
    String text = fixed(percent, percent < TEN ? 1 : 0);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
  }

  /** A relative error: {@code "±1.6 %"}, or that it is more than everything. */
  public static String error(double fraction) {
    return fraction > 1 ? "over ±100 %" : "±" + percent(fraction);
  }
}
