package dev.gauntlet.reports.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gauntlet.reports.record.Fields;
import java.util.Map;

/**
 * One thing that both arms measure.
 *
 * @param benchmark fully qualified name of the benchmark method
 * @param mode JMH's short name of the mode: {@code avgt}, {@code thrpt}, {@code sample} or {@code
 *     ss}
 * @param params parameters that are the same in both arms, in the order of the benchmark
 * @param threads JMH threads
 */
public record GateRow(
    String benchmark,
    String mode,
    Map<String, String> params,
    @JsonProperty(required = true) int threads) {
  public GateRow {
    Fields.required(benchmark, "row.benchmark");
    Fields.required(mode, "row.mode");
    params = Fields.map(params);
  }

  /** The class and the method without the package, not yet made fit to show. */
  public String shortName() {
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }
}
