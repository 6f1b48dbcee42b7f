package dev.gauntlet.reports.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gauntlet.reports.record.Fields;
import java.util.List;
import java.util.Locale;

/**
 * What was decided before the first fork.
 *
 * @param plan full, or screen and confirm
 * @param tolerance slow-down that nobody minds, as a fraction: 0.02 is 2 %
 * @param margin slow-down that must not pass, as a fraction, greater than the tolerance
 * @param alpha greatest probability that any row is REGRESSED although none is slower than the
 *     tolerance
 * @param beta greatest probability, per row, of PASS although it is slower than the margin
 * @param looks kept pairs at which a row is looked at, ascending; the last is the most pairs a row
 *     gets
 * @param screenPairs pairs per row of the screen
 * @param scores how a fork becomes a number
 * @param warmupIterations warm-up iterations of a fork
 * @param warmupMillis length of one in milliseconds
 * @param measurementIterations measured iterations of a fork
 * @param measurementMillis length of one in milliseconds
 * @param foreignCpuLimit percent of all CPU time that others may use during an arm of a kept pair
 * @param dropCap fraction of the pairs of a row that may be dropped before it is ENV_UNFIT
 * @param awake whether idle processors were kept awake in both arms
 * @param strictExact whether boundaries hold without the assumption of exchangeable magnitudes
 * @param seed seed of every order and every coin
 */
public record GateSettings(
    Plan plan,
    @JsonProperty(required = true) double tolerance,
    @JsonProperty(required = true) double margin,
    @JsonProperty(required = true) double alpha,
    @JsonProperty(required = true) double beta,
    List<Integer> looks,
    int screenPairs,
    List<Score> scores,
    int warmupIterations,
    long warmupMillis,
    int measurementIterations,
    long measurementMillis,
    double foreignCpuLimit,
    double dropCap,
    boolean awake,
    boolean strictExact,
    @JsonProperty(required = true) long seed) {

  public GateSettings {
    Fields.required(plan, "settings.plan");
    looks = Fields.list(looks);
    scores = Fields.list(scores);
    if (looks.isEmpty() || scores.isEmpty()) {
      throw new IllegalArgumentException("settings without looks or scores");
    }
    SettingsCheck.probability("alpha", alpha);
    SettingsCheck.probability("beta", beta);
    SettingsCheck.thresholds(tolerance, margin);
    SettingsCheck.drops(foreignCpuLimit, dropCap);
    SettingsCheck.pairs(looks, screenPairs);
  }

  /** The same with another margin, a fraction. */
  public GateSettings withMargin(double other) {
    return new GateSettings(
        plan,
        tolerance,
        other,
        alpha,
        beta,
        looks,
        screenPairs,
        scores,
        warmupIterations,
        warmupMillis,
        measurementIterations,
        measurementMillis,
        foreignCpuLimit,
        dropCap,
        awake,
        strictExact,
        seed);
  }

  /** The same with forks of another length. */
  public GateSettings withForks(
      int warmups, long millisOfWarmup, int measurements, long millisOfMeasurement) {
    return new GateSettings(
        plan,
        tolerance,
        margin,
        alpha,
        beta,
        looks,
        screenPairs,
        scores,
        warmups,
        millisOfWarmup,
        measurements,
        millisOfMeasurement,
        foreignCpuLimit,
        dropCap,
        awake,
        strictExact,
        seed);
  }

  /** How pairs are spent. */
  public enum Plan {
    /** Every row is tested group-sequentially. */
    FULL,
    /** Every row is screened; suspects are tested on fresh pairs. */
    SCREEN
  }

  /** The number that a fork's iterations become. */
  public enum Score {
    /** The best iteration: least time, or greatest throughput. */
    FLOOR,
    /** The median of the iterations. */
    MEDIAN;

    /** The name in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
