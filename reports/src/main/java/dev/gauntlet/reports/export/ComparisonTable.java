package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Completeness;
import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Notice;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.compare.RowGroups;
import dev.gauntlet.reports.compare.RowKey;
import dev.gauntlet.reports.compare.Verdict;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison for the terminal: one block per row, one line per subject, the fastest first. */
public final class ComparisonTable {
  private static final int RULES_SHOWN = 2;

  private final Comparison comparison;
  private final TextStyle style;
  private final List<RowGroups> groups;
  private final boolean isGrouped;
  private final Grid grid;

  private ComparisonTable(Comparison comparison, TextStyle style) {
    this.comparison = comparison;
    this.style = style;
    this.groups = comparison.groups();
    this.isGrouped = groups.stream().anyMatch(RowGroups::isTelling);
    this.grid = new Grid(style, isGrouped ? "lrrlrll" : "lrrlrl");
  }

  /** The table with the notices under it, ending in a line feed. */
  public static String of(Comparison comparison, TextStyle style) {
    return new ComparisonTable(comparison, style).render();
  }

  private String render() {
    comparison.rows().forEach(this::addRow);
    grid.plain(
        "ratio: time over "
            + comparison.baseline()
            + "'s, below 1 is faster; interval: "
            + Numbers.percent(comparison.options().confidence()));
    explainVerdicts();
    StringBuilder text = new StringBuilder(grid.render());
    comparison.notices().forEach(notice -> Wrap.append(text, notice, style));
    Completeness.of(comparison.run())
        .ifPresent(missing ->
            Wrap.append(text, new Notice("", missing.headline() + " " + missing.detail()), style));
    if (comparison.run().header().settings().isQuick()) {
      text.append("Quick numbers are a look and no result.\n");
    }
    return text.toString();
  }

  /** Groups and verdicts rest on the same table, and say so. */
  private void explainVerdicts() {
    if (comparison.pairs() == 0) {
      return;
    }
    String pairs = comparison.pairs() + (comparison.pairs() == 1 ? " pair" : " pairs");
    if (isGrouped) {
      grid.plain("group: subjects of a row that share a letter cannot be told apart, with all");
      grid.plain("  " + pairs + " judged together; faster and slower are then marked (hint)");
    } else {
      grid.plain("No two subjects can be told apart, with all " + pairs + " judged together:");
      grid.plain("  faster and slower are hints, and more rounds would tell.");
    }
  }

  private void addRow(Row row) {
    Units units = Units.of(row.key().unit(), typical(row));
    grid.plain(row.key().scenario() + "  " + row.label() + "  [" + units.unit() + "]");
    grid.cells(null, columns("subject", "mean", "ratio", "interval", "B/op", "group", "verdict"));
    row.cells().stream()
        .sorted(Comparator.comparingDouble(cell -> row.key().time(cell.sample().center())))
        .forEach(cell -> addCell(units, row.key(), cell));
    row.failures()
        .forEach(failure ->
            grid.plain("  " + failure.subject() + ": a fork failed: " + failure.message()));
    grid.plain("");
  }

  private static double typical(Row row) {
    List<Double> centers =
        row.cells().stream().map(cell -> cell.sample().center()).sorted().toList();
    return centers.isEmpty() ? 1 : centers.get(centers.size() / 2);
  }

  private void addCell(Units units, RowKey key, Cell cell) {
    Ratio ratio = cell.ratio();
    Double bytes = cell.footprint().bytes();
    boolean isBaseline = cell.subject().equals(comparison.baseline());
    grid.cells(
        ratio == null || !cell.isRanked() ? null : ratio.verdict().kind(),
        columns(
            cell.subject(),
            units.number(cell.sample().center()),
            ratio != null ? Numbers.ratio(ratio.value()) : isBaseline ? "1" : "-",
            ratio == null ? "" : range(ratio.interval()),
            bytes == null ? "-" : Numbers.compact(bytes),
            letters(key, cell),
            ratio != null ? verdict(cell, ratio) : isBaseline ? "baseline" : "no pair"));
  }

  /** All but the group where there is none. */
  private List<String> columns(
      String subject,
      String mean,
      String ratio,
      String interval,
      String bytes,
      String group,
      String verdict) {
    return isGrouped
        ? List.of(subject, mean, ratio, interval, bytes, group, verdict)
        : List.of(subject, mean, ratio, interval, bytes, verdict);
  }

  private String letters(RowKey key, Cell cell) {
    return groups.stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .flatMap(row -> row.letters(cell.subject()))
        .orElse("-");
  }

  private static String range(@Nullable Interval interval) {
    return interval == null ? "none" : Numbers.ratioRange(interval.low(), interval.high(), "-");
  }

  private String verdict(Cell cell, Ratio ratio) {
    List<String> broken = cell.brokenRules();
    if (!broken.isEmpty()) {
      String rules =
          broken.size() > RULES_SHOWN ? broken.size() + " rules" : String.join(" ", broken);
      return (style.ascii() ? "x" : "✗") + " breaks " + rules;
    }
    Verdict.Kind kind = ratio.verdict().kind();
    return (style.ascii() ? kind.ascii() : kind.glyph()) + " " + ratio.verdict().text();
  }
}
