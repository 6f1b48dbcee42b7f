package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values after RFC 4180, with a header line and line feeds. Numbers have a decimal
 * point and seven significant digits. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 */
public final class Csv {
  private static final MathContext SEVEN_DIGITS = new MathContext(7);

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

  /** One line per row and subject, one column per round; a round without a usable fork is empty. */
  public static String rounds(Comparison comparison) {
    int rounds = comparison.run().forks().stream().mapToInt(ForkResult::round).max().orElse(-1) + 1;
    StringBuilder text = new StringBuilder("scenario,params,threads,mode,unit,subject");
    for (int round = 1; round <= rounds; round++) {
      text.append(",round_").append(round);
    }
    text.append('\n');
    for (Row row : comparison.rows()) {
      row.cells().forEach(cell -> text.append(line(row, cell, rounds)));
    }
    return text.toString();
  }

  private static String line(Row row, Cell cell, int rounds) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.key().scenario());
    values.add(params(row.key().params()));
    values.add(row.key().threads());
    values.add(row.key().mode());
    values.add(row.key().unit());
    values.add(cell.subject());
    Map<Integer, Double> scores =
        cell.sample().forks().stream()
            .collect(Collectors.toMap(ForkResult::round, ForkResult::score));
    for (int round = 0; round < rounds; round++) {
      values.add(scores.get(round));
    }
    return line(values.toArray());
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
    if (value instanceof Double number) {
      return number(number);
    }
    if (!(value instanceof String text)) {
      return value.toString();
    }
    String safe = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(SEVEN_DIGITS).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
