package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values after RFC 4180, with a header line and line feeds. Numbers have full
 * precision and a decimal point. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 */
public final class Csv {
  private Csv() {}

  /** One line per row and subject. */
  public static String comparison(Comparison comparison) {
    String header =
        "scenario,method,mode,params,threads,subject,unit,forks,mean,mean_low,mean_high,median,min,max,"
            + "baseline,ratio,ratio_low,ratio_high,pairs,verdict,hint,best_peer,ratio_to_best_peer,"
            + "bytes_per_op,broken_rules\n";
    return ExportRow.of(comparison).stream()
        .map(Csv::line)
        .collect(Collectors.joining("", header, ""));
  }

  private static String line(ExportRow row) {
    return line(
        row.scenario(),
        row.method(),
        row.mode(),
        params(row.params()),
        row.threads(),
        row.subject(),
        row.unit(),
        row.forks(),
        row.mean(),
        row.meanLow(),
        row.meanHigh(),
        row.median(),
        row.min(),
        row.max(),
        row.baseline(),
        row.ratio(),
        row.ratioLow(),
        row.ratioHigh(),
        row.pairs(),
        row.verdict(),
        row.hint(),
        row.bestPeer(),
        row.ratioToBestPeer(),
        row.bytesPerOp(),
        String.join(" ", row.brokenRules()));
  }

  /** One line per fork, as measured. */
  public static String forks(List<ForkResult> forks) {
    String header =
        "scenario,params,threads,mode,subject,round,order,score,unit,bytes_per_op,steal_percent,foreign_cpu_percent,"
            + "started_at\n";
    return forks.stream().map(Csv::line).collect(Collectors.joining("", header, ""));
  }

  private static String line(ForkResult fork) {
    return line(
        fork.scenario(),
        params(fork.params()),
        fork.threads(),
        fork.mode(),
        fork.subject(),
        fork.round(),
        fork.order(),
        fork.score(),
        fork.unit(),
        allocation(fork.secondary()),
        fork.environment().stealPercent(),
        fork.environment().foreignCpuPercent(),
        fork.startedAt());
  }

  private static @Nullable Double allocation(Map<String, Metric> secondary) {
    return secondary.entrySet().stream()
        .filter(metric -> metric.getKey().endsWith("gc.alloc.rate.norm"))
        .map(metric -> metric.getValue().score())
        .findFirst()
        .orElse(null);
  }

  private static String params(Map<String, String> params) {
    return params.entrySet().stream()
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String line(@Nullable Object... values) {
    return Arrays.stream(values).map(Csv::field).collect(Collectors.joining(",", "", "\n"));
  }

  static String field(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (!(value instanceof String text)) {
      return value.toString();
    }
    String safe = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
