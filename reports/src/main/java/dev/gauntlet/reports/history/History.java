package dev.gauntlet.reports.history;

import dev.gauntlet.reports.statistics.ChangePoint;
import dev.gauntlet.reports.statistics.ChangePoints;
import dev.gauntlet.reports.statistics.PredictionBound;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The stored runs of one machine. */
public final class History {
  private static final double LEVEL = 0.01;
  private static final int PERMUTATIONS = 999;

  private final List<StoredRun> runs;
  private final HistoryOptions options;

  private History(List<StoredRun> runs, HistoryOptions options) {
    this.runs = runs;
    this.options = options;
  }

  /**
   * The runs of one machine, by time.
   *
   * @param stored runs of any machines in any order
   * @param fingerprint the machine's
   */
  public static History of(List<StoredRun> stored, String fingerprint, HistoryOptions options) {
    return new History(
        stored.stream()
            .filter(run -> run.fingerprint().equals(fingerprint))
            .sorted(Comparator.comparing(StoredRun::at))
            .toList(),
        options);
  }

  /** Judges every series of a new run but the ruler, which share alpha. */
  public List<Nomination> judge(StoredRun fresh) {
    List<Series> followed =
        fresh.scores().stream()
            .map(StoredScore::series)
            .filter(series -> !series.equals(options.ruler()))
            .distinct()
            .toList();
    return followed.stream()
        .map(series -> judge(series, fresh, options.alpha() / followed.size()))
        .toList();
  }

  private Nomination judge(Series series, StoredRun fresh, double alpha) {
    double[] past = last(points(series), options.window());
    OptionalDouble now = fresh.relative(series, options.ruler());
    boolean sameMachine = runs.stream().allMatch(r -> r.fingerprint().equals(fresh.fingerprint()));
    if (past.length < HistoryOptions.LEAST || now.isEmpty() || !sameMachine) {
      return new Nomination(series, Nomination.Status.NO_HISTORY, past.length, null, null);
    }
    PredictionBound prediction = PredictionBound.of(past, alpha);
    double bound = Math.max(prediction.reach(), Math.log1p(options.margin()));
    double change = now.getAsDouble() - prediction.mean();
    Nomination.Status status = change > bound ? Nomination.Status.SUSPECT : Nomination.Status.OK;
    return new Nomination(series, status, past.length, Math.expm1(change), Math.expm1(bound));
  }

  /**
   * What became of some series since a release; they share alpha. Series with too few runs on
   * either side are left out.
   *
   * @param release its run
   */
  public List<Drift> drifts(List<Series> followed, StoredRun release) {
    List<Series> known =
        followed.stream()
            .filter(series -> Drift.isKnown(until(series, release), since(series, release)))
            .toList();
    return known.stream()
        .map(series ->
            Drift.of(
                series,
                until(series, release),
                since(series, release),
                options.alpha() / known.size(),
                options.margin()))
        .toList();
  }

  private double[] until(Series series, StoredRun release) {
    return last(points(series, run -> !run.at().isAfter(release.at())), Drift.MOST);
  }

  private double[] since(Series series, StoredRun release) {
    return last(points(series, run -> run.at().isAfter(release.at())), Drift.MOST);
  }

  private double[] points(Series series) {
    return points(series, run -> true);
  }

  private double[] points(Series series, Predicate<StoredRun> wanted) {
    return having(series).stream()
        .filter(wanted)
        .mapToDouble(run -> run.relative(series, options.ruler()).getAsDouble())
        .toArray();
  }

  private List<StoredRun> having(Series series) {
    return runs.stream().filter(run -> run.relative(series, options.ruler()).isPresent()).toList();
  }

  private static double[] last(double[] points, int most) {
    int from = Math.max(0, points.length - most);
    return Arrays.copyOfRange(points, from, points.length);
  }

  /**
   * Where a series changed, with the runs it changed at; otherwise as {@link #changes}.
   *
   * @param seed seed of the shuffling
   */
  public List<SeriesChange> lasting(Series series, long seed) {
    List<StoredRun> having = having(series);
    return changes(series, seed).stream()
        .map(point -> new SeriesChange(series, point, having.get(point.index())))
        .toList();
  }

  /**
   * Where a series changed: indices count the runs that have it, means are logarithms of the time
   * over the ruler's, or of the time in seconds without a ruler.
   *
   * @param seed seed of the shuffling
   */
  public List<ChangePoint> changes(Series series, long seed) {
    return ChangePoints.of(points(series), LEVEL, PERMUTATIONS, seed);
  }
}
