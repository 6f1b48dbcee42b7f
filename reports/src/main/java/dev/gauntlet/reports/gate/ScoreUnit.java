package dev.gauntlet.reports.gate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a score's unit means.
 *
 * @param rate whether more is better
 * @param seconds seconds in the unit's time; 1 when its name tells nothing
 */
public record ScoreUnit(boolean rate, double seconds) {
  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

  /**
   * Reads a unit such as {@code "ops/ms"} or {@code "us/op"}. The unit decides whether more is
   * better, since a log may hold times of a benchmark whose name says throughput; the mode decides
   * only where the unit does not say.
   */
  public static ScoreUnit of(String unit, String mode) {
    int slash = unit.indexOf('/');
    if (slash >= 0 && unit.substring(slash + 1).equals("op")) {
      return new ScoreUnit(false, seconds(unit.substring(0, slash)));
    }
    if (slash >= 0 && unit.substring(0, slash).equals("ops")) {
      return new ScoreUnit(true, seconds(unit.substring(slash + 1)));
    }
    return new ScoreUnit(mode.equals("thrpt"), 1);
  }

  private static double seconds(String name) {
    @Nullable Double known = SECONDS.get(name);
    return known == null ? 1 : known;
  }

  /** Seconds per operation for a score in this unit. */
  public double time(double score) {
    return rate ? seconds / score : score * seconds;
  }
}
