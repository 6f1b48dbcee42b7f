package dev.gauntlet.reports.history.input;

import dev.gauntlet.reports.gate.ScoreUnit;
import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.Fingerprint;
import dev.gauntlet.reports.history.Series;
import dev.gauntlet.reports.history.StoredRun;
import dev.gauntlet.reports.history.StoredScore;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Median;

/** What a run record leaves behind for the history. */
final class RunHistory {
  private static final String SUBJECT = "subject";

  private RunHistory() {}

  /**
   * The run with the median over the forks of each row and subject. Forks without a usable score
   * are left out; of a round that is there twice the later fork counts.
   */
  static StoredRun of(RunRecord run) {
    RunHeader header = run.header();
    Map<Series, Map<Integer, Double>> times = new LinkedHashMap<>();
    for (ForkResult fork : run.forks()) {
      if (Double.isFinite(fork.score()) && fork.score() > 0) {
        times
            .computeIfAbsent(series(fork), series -> new LinkedHashMap<>())
            .put(fork.round(), ScoreUnit.of(fork.unit(), fork.mode()).time(fork.score()));
      }
    }
    List<StoredScore> scores = new ArrayList<>();
    times.forEach((series, rounds) ->
        scores.add(new StoredScore(series, median(rounds.values()), rounds.size())));
    return new StoredRun(
        header.id(),
        header.startedAt(),
        header.dirty() ? null : header.commit(),
        null,
        Fingerprint.of(header.machine(), header.jdk(), header.jvmFlags()),
        scores);
  }

  private static Series series(ForkResult fork) {
    Map<String, String> params = new HashMap<>(fork.params());
    params.put(SUBJECT, fork.subject());
    return new Series(fork.benchmark(), fork.mode(), params, fork.threads());
  }

  private static double median(Collection<Double> times) {
    return Median.withDefaults()
        .evaluate(times.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** What has to be the same for records of different days to be compared. */
  static Conditions conditions(RunHeader header) {
    RunSettings settings = header.settings();
    return new Conditions(
        header.machine(),
        header.jdk(),
        header.jvmFlags(),
        "bench, "
            + settings.warmupIterations()
            + " x "
            + settings.warmupMillis()
            + " ms warm-up, "
            + settings.measurementIterations()
            + " x "
            + settings.measurementMillis()
            + " ms measured, "
            + settings.workers()
            + " workers",
        false);
  }
}
