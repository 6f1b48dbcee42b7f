package dev.gauntlet.reports.history;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One run of the main line, as it is stored.
 *
 * @param id name of the run
 * @param at when it was measured
 * @param commit what was measured; null when unknown, or when files differed from it
 * @param jar SHA-256 of the jar that was measured; null when unknown
 * @param fingerprint names machine, JDK and flags; runs of different ones are not compared
 * @param scores the series that were measured
 */
public record StoredRun(
    String id,
    Instant at,
    @Nullable String commit,
    @Nullable String jar,
    String fingerprint,
    List<StoredScore> scores) {
  /** Forks below which a median says too little to be stored as a point. */
  public static final int FORKS = 5;

  public StoredRun {
    scores = List.copyOf(scores);
  }

  /**
   * Logarithm of a series' time over the ruler's in the same run, which takes out how fast the
   * machine was that day; without a ruler, of its time in seconds. Empty when either has too few
   * forks or no usable time.
   */
  OptionalDouble relative(Series series, @Nullable Series ruler) {
    OptionalDouble time = time(series);
    OptionalDouble unit = ruler == null ? OptionalDouble.of(1) : time(ruler);
    return time.isPresent() && unit.isPresent()
        ? OptionalDouble.of(Math.log(time.getAsDouble() / unit.getAsDouble()))
        : OptionalDouble.empty();
  }

  /** Whether a series was measured well enough to be a point of its history. */
  public boolean has(Series series) {
    return time(series).isPresent();
  }

  private OptionalDouble time(Series series) {
    return scores.stream()
        .filter(score -> score.series().equals(series) && score.forks() >= FORKS)
        .mapToDouble(StoredScore::seconds)
        .filter(seconds -> Double.isFinite(seconds) && seconds > 0)
        .findFirst();
  }
}
