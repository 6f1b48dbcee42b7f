package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.GateSettings.Score;
import dev.gauntlet.reports.statistics.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.jspecify.annotations.Nullable;

/** Makes a calibration of a log whose arms ran the same code. */
public final class Calibrator {
  /** The changes that are injected, as fractions. */
  public static final List<Double> EFFECTS = List.of(0.0, 0.02, 0.05, 0.1, 0.2, 0.5);

  private final GateHeader header;
  private final PairTable pairs;
  private final int repetitions;

  private Calibrator(GateLog log, int repetitions) {
    this.header = log.header();
    this.pairs = PairTable.of(log);
    this.repetitions = repetitions;
  }

  /**
   * Calibrates. The full plan's rule is simulated, with alpha shared by the rows of the log.
   *
   * @param log a log with the purpose CALIBRATE
   * @param repetitions simulated gates per row, score and effect, at least 1
   * @throws IllegalArgumentException when the log has another purpose
   */
  public static Calibration calibrate(GateLog log, int repetitions) {
    if (log.header().purpose() != GateHeader.Purpose.CALIBRATE) {
      throw new IllegalArgumentException(
          "run " + log.header().id() + " compares two arms that may differ: no calibration");
    }
    return new Calibrator(log, repetitions).calibrate();
  }

  private Calibration calibrate() {
    GateSettings settings = header.settings();
    int family = header.rows().size() * settings.scores().size();
    List<RowCalibration> rows = new ArrayList<>();
    for (int row = 0; row < header.rows().size(); row++) {
      for (Score score : settings.scores()) {
        rows.add(row(row, score, Rule.of(settings, settings.alpha() / family, settings.beta())));
      }
    }
    return new Calibration(
        Calibration.SCHEMA,
        header.id(),
        header.startedAt(),
        header.machine(),
        header.jdk(),
        header.jvmFlags(),
        settings,
        family,
        repetitions,
        settings.seed(),
        rows,
        counters());
  }

  private RowCalibration row(int row, Score score, Rule rule) {
    Disturbance disturbance = new Disturbance(header.settings());
    List<Pair> complete = pairs.pairs(row).stream().filter(Pair::isComplete).toList();
    List<Pair> kept = complete.stream().filter(pair -> !disturbance.isDisturbed(pair)).toList();
    String mode = header.rows().get(row).mode();
    double[] residuals =
        kept.stream().mapToDouble(pair -> ForkScore.logRatio(pair, mode, score)).toArray();
    boolean enough = residuals.length >= RowCalibration.ENOUGH;
    Plasmode plasmode = new Plasmode(residuals, rule, repetitions, header.settings().seed());
    return new RowCalibration(
        header.rows().get(row),
        score,
        Arrays.stream(residuals).boxed().toList(),
        complete.size() - kept.size(),
        forkShare(kept, mode),
        residuals.length < 2 ? null : StandardDeviation.of(residuals).getAsDouble(),
        residuals.length == 0 ? null : Spread.robustDeviation(residuals),
        enough ? EFFECTS.stream().map(plasmode::at).toList() : List.of(),
        enough ? plasmode.visible() : null);
  }

  /** Of the logarithms, over all forks that have as many iterations as most. */
  private static @Nullable Double forkShare(List<Pair> kept, String mode) {
    List<double[]> forks =
        kept.stream()
            .flatMap(pair -> Stream.of(pair.base(), pair.candidate()))
            .flatMap(Stream::ofNullable)
            .map(fork -> ForkScore.logTimes(fork, mode))
            .toList();
    int most = forks.stream().mapToInt(fork -> fork.length).max().orElse(0);
    double share = Spread.shareBetween(forks.stream().filter(f -> f.length == most).toList());
    return Double.isNaN(share) ? null : share;
  }

  private List<CounterCalibration> counters() {
    return Counters.of(pairs).stream()
        .map(counter ->
            new CounterCalibration(
                header.rows().get(counter.row()),
                counter.name(),
                counter.exact() && counter.verdict() == Verdict.PASS))
        .toList();
  }
}
