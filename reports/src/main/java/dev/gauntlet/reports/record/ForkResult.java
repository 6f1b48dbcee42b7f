package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One finished JMH fork.
 *
 * @param round round it belongs to, from 0; forks of the same round are compared with each other
 * @param order position within the whole run, from 0
 * @param scenario simple name of the benchmark class
 * @param subject name of the subject
 * @param params parameters other than the subject
 * @param threads JMH threads
 * @param benchmark fully qualified name of the benchmark method
 * @param mode JMH mode: {@code avgt}, {@code thrpt}, {@code sample} or {@code ss}
 * @param unit unit of the scores, for example {@code "us/op"}
 * @param score mean of the fork's measured iterations, in {@code unit}; may be NaN
 * @param iterations score of each measured iteration, in {@code unit}
 * @param percentiles sampled times by percentile ({@code "99.9"}), in {@code unit}; null unless
 *     sampled
 * @param secondary secondary results by JMH's name without the leading dot ({@code
 *     "gc.alloc.rate.norm"})
 * @param startedAt start of the fork
 * @param durationMillis wall time of the fork in milliseconds, start of its JVM included
 * @param environment what else the machine did meanwhile
 * @param jmh the fork's own JMH JSON object; null when it was left out on reading
 */
public record ForkResult(
    @JsonProperty(required = true) int round,
    @JsonProperty(required = true) int order,
    String scenario,
    String subject,
    Map<String, String> params,
    @JsonProperty(required = true) int threads,
    String benchmark,
    String mode,
    String unit,
    @JsonProperty(required = true) double score,
    List<Double> iterations,
    @Nullable Map<String, Double> percentiles,
    Map<String, Metric> secondary,
    Instant startedAt,
    long durationMillis,
    ForkEnvironment environment,
    @Nullable JsonNode jmh)
    implements RunLine {
  public ForkResult {
    Fields.required(scenario, "scenario");
    Fields.required(subject, "subject");
    Fields.required(benchmark, "benchmark");
    Fields.required(mode, "mode");
    Fields.required(unit, "unit");
    Fields.required(startedAt, "startedAt");
    params = Fields.map(params);
    iterations = Fields.list(iterations);
    percentiles = percentiles == null ? null : Fields.map(percentiles);
    secondary = Fields.map(secondary);
    environment = environment == null ? ForkEnvironment.UNKNOWN : environment;
  }
}
