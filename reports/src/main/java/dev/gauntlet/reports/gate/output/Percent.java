package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.format.Numbers;
import org.jspecify.annotations.Nullable;

/** Changes as percent with their sign. */
public final class Percent {
  private static final double WIDE = 100;

  private Percent() {}

  /** For example {@code "+1.3 %"}; {@code "?"} when there is none. */
  public static String change(@Nullable Double fraction) {
    return fraction == null ? "?" : number(fraction) + " %";
  }

  /** For example {@code "-0.4 to +1.3 %"}. */
  public static String range(@Nullable Double low, @Nullable Double high) {
    return low == null && high == null
        ? ""
        : (low == null ? "?" : number(low)) + " to " + change(high);
  }

  private static String number(double fraction) {
    double percent = fraction * 100;
    String digits = Numbers.fixed(percent, Math.abs(percent) < WIDE ? 1 : 0);
    return digits.startsWith("-") ? digits : "+" + digits;
  }
}
