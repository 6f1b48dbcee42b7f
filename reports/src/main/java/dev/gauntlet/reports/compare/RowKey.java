package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.record.ForkFailure;
import dev.gauntlet.reports.record.ForkResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is measured alike for every subject: one row of the comparison.
 *
 * @param scenario simple name of the benchmark class
 * @param method name of the benchmark method
 * @param mode JMH mode: {@code avgt}, {@code thrpt}, {@code sample} or {@code ss}
 * @param unit unit of the scores, for example {@code "us/op"}
 * @param params parameters other than the subject
 * @param threads JMH threads
 */
public record RowKey(
    String scenario,
    String method,
    String mode,
    String unit,
    Map<String, String> params,
    int threads) {
  public RowKey {
    params = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  static RowKey of(ForkResult fork) {
    String method = fork.benchmark().substring(fork.benchmark().lastIndexOf('.') + 1);
    return new RowKey(
        fork.scenario(), method, fork.mode(), fork.unit(), fork.params(), fork.threads());
  }

  /** Whether more is better, so that scores have to be turned round to be time-like. */
  public boolean isThroughput() {
    return mode.equals("thrpt");
  }

  /** Whether single operations were timed. */
  public boolean isSampled() {
    return mode.equals("sample");
  }

  boolean isAboutSameAs(ForkFailure failure) {
    return scenario.equals(failure.scenario())
        && params.equals(failure.params())
        && threads == failure.threads();
  }

  /** Parameters and threads for people: {@code "n=100, 2 threads"}. */
  public String variant() {
    String values =
        params.entrySet().stream()
            .map(param -> param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining(", "));
    String count = threads == 1 ? "1 thread" : threads + " threads";
    return values.isEmpty() ? count : values + ", " + count;
  }

  /** Nanoseconds for each operation, so that rows compare; the score where the unit is no time. */
  double comparable(double score) {
    return isTime() ? Units.nanos(unit, score) : score;
  }

  /** The unit of {@link #comparable}. */
  String comparableUnit() {
    return isTime() ? "ns/op" : unit;
  }

  private boolean isTime() {
    return Double.isFinite(Units.nanos(unit, 1));
  }

  /** A time-like value for a score: the score itself, or its reciprocal for throughput. */
  public double time(double score) {
    return isThroughput() ? 1 / score : score;
  }
}
