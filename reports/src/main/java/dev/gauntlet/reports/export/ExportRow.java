package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.compare.Sample;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One subject in one row with every number, as JSON. Scores are in {@code unit}, ratios are times
 * over the baseline's.
 */
record ExportRow(
    String scenario,
    String method,
    String mode,
    Map<String, String> params,
    int threads,
    String subject,
    String unit,
    int forks,
    double mean,
    @Nullable Double meanLow,
    @Nullable Double meanHigh,
    double median,
    double min,
    double max,
    String baseline,
    @Nullable Double ratio,
    @Nullable Double ratioLow,
    @Nullable Double ratioHigh,
    @Nullable Integer pairs,
    @Nullable String verdict,
    @Nullable Boolean hint,
    @Nullable String bestPeer,
    @Nullable Double ratioToBestPeer,
    @Nullable Double ratioToBestPeerLow,
    @Nullable Double ratioToBestPeerHigh,
    @Nullable String limit,
    @Nullable Double ratioToLimit,
    @Nullable Double ratioToLimitLow,
    @Nullable Double ratioToLimitHigh,
    @Nullable Double bytesPerOp,
    @Nullable Double cpuNanosPerOp,
    @Nullable Double switchesPerOp,
    List<String> brokenRules) {

  static List<ExportRow> of(Comparison comparison) {
    return comparison.rows().stream()
        .flatMap(row -> row.cells().stream().map(cell -> of(comparison.baseline(), row, cell)))
        .toList();
  }

  private static ExportRow of(String baseline, Row row, Cell cell) {
    Sample sample = cell.sample();
    Ratio ratio = cell.ratio();
    Ratio toBestPeer = cell.toBestPeer();
    Ratio toLimit = cell.toLimit();
    return new ExportRow(
        row.key().scenario(),
        row.key().method(),
        row.key().mode(),
        row.key().params(),
        row.key().threads(),
        cell.subject(),
        row.key().unit(),
        sample.forks().size(),
        sample.center(),
        low(sample.interval()),
        high(sample.interval()),
        sample.median(),
        sample.min(),
        sample.max(),
        baseline,
        value(ratio),
        low(interval(ratio)),
        high(interval(ratio)),
        ratio == null ? null : (Integer) ratio.pairs(),
        ratio == null ? null : cell.isRanked() ? ratio.verdict().kind().word() : "not ranked",
        ratio == null ? null : (Boolean) ratio.verdict().hint(),
        row.bestPeer(),
        value(toBestPeer),
        low(interval(toBestPeer)),
        high(interval(toBestPeer)),
        row.limit() == null ? null : row.limit().name(),
        value(toLimit),
        low(interval(toLimit)),
        high(interval(toLimit)),
        cell.footprint().bytes(),
        cell.footprint().cpuNanos(),
        cell.footprint().switches(),
        cell.brokenRules());
  }

  private static @Nullable Double value(@Nullable Ratio ratio) {
    return ratio == null ? null : (Double) ratio.value();
  }

  private static @Nullable Interval interval(@Nullable Ratio ratio) {
    return ratio == null ? null : ratio.interval();
  }

  private static @Nullable Double low(@Nullable Interval interval) {
    return interval == null ? null : (Double) interval.low();
  }

  private static @Nullable Double high(@Nullable Interval interval) {
    return interval == null ? null : (Double) interval.high();
  }
}
