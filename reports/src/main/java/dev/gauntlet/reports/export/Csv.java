package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.compare.RowKey;
import dev.gauntlet.reports.record.ForkResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values after RFC 4180, with a header line and line feeds. Numbers have a decimal
 * point and six significant digits. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 */
public final class Csv {
  private static final MathContext DIGITS = new MathContext(6);
  private static final List<String> COLUMNS =
      List.of(
          "scenario",
          "method",
          "mode",
          "params",
          "threads",
          "unit",
          "subject",
          "mean",
          "mean_low",
          "mean_high",
          "baseline",
          "ratio",
          "ratio_low",
          "ratio_high",
          "pairs",
          "verdict",
          "best_peer",
          "ratio_to_best_peer",
          "limit",
          "ratio_to_limit",
          "bytes_per_op",
          "cpu_ns_per_op",
          "switches_per_op",
          "broken_rules");

  private Csv() {}

  /**
   * One line per row and subject: the estimates, then the score of the fork of every round, empty
   * where a round has no usable fork. Scores and means are in the unit of the line, ratios are
   * times.
   */
  public static String comparison(Comparison comparison) {
    int rounds = comparison.run().forks().stream().mapToInt(ForkResult::round).max().orElse(-1) + 1;
    List<@Nullable Object> header = new ArrayList<>(COLUMNS);
    IntStream.rangeClosed(1, rounds).forEach(round -> header.add("round_" + round));
    StringBuilder text = new StringBuilder(line(header));
    for (Row row : comparison.rows()) {
      for (Cell cell : row.cells()) {
        text.append(line(values(comparison.baseline(), row, cell, rounds)));
      }
    }
    return text.toString();
  }

  private static List<@Nullable Object> values(String baseline, Row row, Cell cell, int rounds) {
    List<@Nullable Object> values = new ArrayList<>(keys(row.key()));
    values.add(cell.subject());
    values.add(cell.sample().center());
    addInterval(values, cell.sample().interval());
    values.add(baseline);
    Ratio ratio = cell.ratio();
    values.add(ratio == null ? null : (Double) ratio.value());
    addInterval(values, ratio == null ? null : ratio.interval());
    values.add(ratio == null ? null : (Integer) ratio.pairs());
    values.add(ratio == null ? null : cell.isRanked() ? ratio.verdict().text() : "not ranked");
    values.add(row.bestPeer());
    Ratio toBestPeer = cell.toBestPeer();
    values.add(toBestPeer == null ? null : (Double) toBestPeer.value());
    values.add(row.limit() == null ? null : row.limit().name());
    Ratio toLimit = cell.toLimit();
    values.add(toLimit == null ? null : (Double) toLimit.value());
    values.add(cell.footprint().bytes());
    values.add(cell.footprint().cpuNanos());
    values.add(cell.footprint().switches());
    values.add(String.join(" ", cell.brokenRules()));
    Map<Integer, Double> scores =
        cell.sample().forks().stream()
            .collect(Collectors.toMap(ForkResult::round, ForkResult::score));
    IntStream.range(0, rounds).forEach(round -> values.add(scores.get(round)));
    return values;
  }

  private static List<Object> keys(RowKey key) {
    return List.of(
        key.scenario(), key.method(), key.mode(), params(key.params()), key.threads(), key.unit());
  }

  /** What every line of a row begins with. */
  public static String key(RowKey key) {
    return line(keys(key)).stripTrailing() + ",";
  }

  private static void addInterval(List<@Nullable Object> values, @Nullable Interval interval) {
    values.add(interval == null ? null : (Double) interval.low());
    values.add(interval == null ? null : (Double) interval.high());
  }

  /** Parameters in one field: {@code "n=10 size=3"}. */
  public static String params(Map<String, String> params) {
    return params.entrySet().stream()
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(" "));
  }

  /** One line of values, each a text, a number or nothing. */
  public static String line(List<? extends @Nullable Object> values) {
    return values.stream().map(Csv::field).collect(Collectors.joining(",", "", "\n"));
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
        ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
