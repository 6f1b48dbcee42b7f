package dev.gauntlet.reports.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this machine can see of one row and score.
 *
 * @param row what was measured
 * @param score how forks became numbers
 * @param residuals log ratios of the kept pairs, whose arms ran the same code
 * @param dropped pairs dropped because the machine did other things
 * @param forkShare share of the variance of iterations that lies between forks; null when there
 *     were too few forks or iterations
 * @param deviation standard deviation of the residuals; null for fewer than two
 * @param robustDeviation scaled median absolute deviation; null without a residual
 * @param powers the gate's verdicts on injected changes; empty when there are fewer than {@value
 *     #ENOUGH} residuals
 * @param visible least slow-down that is found with a probability of 80 %, as a fraction, the
 *     margin raised to that where it is less; null when there are too few residuals or none is
 */
public record RowCalibration(
    GateRow row,
    GateSettings.Score score,
    List<Double> residuals,
    int dropped,
    @Nullable Double forkShare,
    @Nullable Double deviation,
    @Nullable Double robustDeviation,
    List<PowerPoint> powers,
    @Nullable Double visible) {
  /** Residuals below which nothing is claimed: resampling fewer understates the tails. */
  public static final int ENOUGH = 20;

  public RowCalibration {
    residuals = List.copyOf(residuals);
    powers = List.copyOf(powers);
  }

  /** Whether another one is of the same row and score. */
  boolean isOfTheSame(RowCalibration other) {
    return row.equals(other.row) && score == other.score;
  }

  /** Whether there are residuals enough for a claim. */
  public boolean isEnough() {
    return residuals.size() >= ENOUGH;
  }
}
