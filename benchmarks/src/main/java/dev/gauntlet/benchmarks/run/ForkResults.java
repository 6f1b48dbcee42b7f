package dev.gauntlet.benchmarks.run;

import dev.gauntlet.reports.record.ForkEnvironment;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.Metric;
import dev.gauntlet.reports.record.RunRecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.util.Statistics;
import tools.jackson.databind.JsonNode;

/** Turns JMH's result of one fork into a line of the record. */
final class ForkResults {
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };

  private final Cell cell;
  private final RunResult result;
  private final boolean allocationProfiled;

  private ForkResults(Cell cell, RunResult result, boolean allocationProfiled) {
    this.cell = cell;
    this.result = result;
    this.allocationProfiled = allocationProfiled;
  }

  static ForkResults of(Cell cell, RunResult result, JmhFlags flags) {
    return new ForkResults(cell, result, flags.profilers().contains(JmhFlags.GC_PROFILER));
  }

  ForkResult toRecord(
      int round, int order, Instant startedAt, Duration duration, ForkEnvironment environment) {
    Row row = cell.row();
    Result<?> primary = primary();
    return new ForkResult(
        round,
        order,
        row.name(),
        cell.subject(),
        row.params(),
        row.threads(),
        row.benchmark(),
        result.getParams().getMode().shortLabel(),
        primary.getScoreUnit(),
        primary.getScore(),
        iterations(),
        percentiles(),
        secondary(),
        startedAt,
        duration.toMillis(),
        environment,
        json());
  }

  private List<Double> iterations() {
    return result.getBenchmarkResults().stream()
        .map(BenchmarkResult::getIterationResults)
        .flatMap(java.util.Collection::stream)
        .map(this::score)
        .toList();
  }

  private Result<?> primary() {
    String own = ownScore();
    return own.isEmpty()
        ? result.getPrimaryResult()
        : recorded(result.getSecondaryResults().get(own));
  }

  private double score(IterationResult iteration) {
    String own = ownScore();
    return own.isEmpty()
        ? iteration.getPrimaryResult().getScore()
        : recorded(iteration.getSecondaryResults().get(own)).getScore();
  }

  /** The figure that the scenario measures itself; empty when that is left to JMH. */
  private String ownScore() {
    return cell.row().question().score();
  }

  private Result<?> recorded(@Nullable Result<?> own) {
    return Objects.requireNonNull(own, () -> "the fork did not record its " + ownScore());
  }

  private @Nullable Map<String, Double> percentiles() {
    if (result.getParams().getMode() != Mode.SampleTime) {
      return null;
    }
    Statistics times = primary().getStatistics();
    Map<String, Double> percentiles = new LinkedHashMap<>();
    for (double percentile : PERCENTILES) {
      percentiles.put(String.valueOf(percentile), times.getPercentile(percentile));
    }
    return percentiles;
  }

  /** JMH leaves the allocation out when there was none, which is not the same as not known. */
  private Map<String, Metric> secondary() {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    if (allocationProfiled) {
      metrics.put(ALLOCATION, new Metric(0, "B/op"));
    }
    result
        .getSecondaryResults()
        .forEach(
            (name, value) -> metrics.put(name, new Metric(value.getScore(), value.getScoreUnit())));
    return metrics;
  }

  private JsonNode json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(List.of(result));
    }
    return RunRecordWriter.rawJson(bytes.toString(StandardCharsets.UTF_8)).get(0);
  }
}
