package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.GateSettings.Score;
import dev.gauntlet.reports.statistics.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a margin can be seen in a row on the calibrated machine.
 *
 * @param row index into {@link GateHeader#rows()}
 * @param score how forks become numbers
 * @param margin the margin asked for, as a fraction
 * @param visible least slow-down that this gate would find with a probability of 80 %; null when
 *     the row is not calibrated or none is
 * @param pairs about how many pairs would find the margin with that probability; null when not
 *     known
 */
public record Visibility(
    int row, Score score, double margin, @Nullable Double visible, @Nullable Integer pairs) {
  private static final int REPETITIONS = 1000;

  /** Whether the margin may be promised. */
  public boolean isObservable() {
    return visible != null && visible <= margin * (1 + 1e-9);
  }

  /**
   * Simulates the gate that is about to run on the calibrated residuals.
   *
   * @return one for each row and score, in the order of a {@link GateState}'s rows
   */
  public static List<Visibility> of(Calibration calibration, GateHeader run) {
    GateSettings settings = run.settings();
    int family = run.rows().size() * settings.scores().size();
    List<Visibility> all = new ArrayList<>();
    for (int row = 0; row < run.rows().size(); row++) {
      for (Score score : settings.scores()) {
        Rule rule = Rule.of(settings, settings.alpha() / family, settings.beta());
        RowCalibration known =
            calibration
                .row(run.rows().get(row), score)
                .filter(RowCalibration::isEnough)
                .orElse(null);
        all.add(of(row, score, settings, rule, known));
      }
    }
    return List.copyOf(all);
  }

  private static Visibility of(
      int row, Score score, GateSettings settings, Rule rule, @Nullable RowCalibration known) {
    if (known == null) {
      return new Visibility(row, score, settings.margin(), null, null);
    }
    double[] residuals = known.residuals().stream().mapToDouble(Double::doubleValue).toArray();
    return new Visibility(
        row,
        score,
        settings.margin(),
        new Plasmode(residuals, rule, REPETITIONS, settings.seed()).visible(),
        rule.pairsToConvict(rule.margin(), Spread.robustDeviation(residuals)));
  }

  /**
   * The least margin, in whole per cent, that every row can see, as a fraction; null when a row is
   * not calibrated or sees nothing.
   */
  public static @Nullable Double commonMargin(List<Visibility> rows) {
    if (rows.isEmpty() || rows.stream().anyMatch(row -> row.visible() == null)) {
      return null;
    }
    double greatest =
        rows.stream()
            .map(Visibility::visible)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElseThrow();
    return Math.max(rows.get(0).margin(), Math.ceil(greatest * 100 - 1e-9) / 100);
  }
}
