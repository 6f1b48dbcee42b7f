package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.format.Units;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles of a scenario that samples times. Of the open loop less than 0.7 of the JDK's fixed
 * pool was aimed at.
 */
final class PercentileTable {
  private static final String BASELINE = "jdk-fixed";
  private static final List<String> PERCENTILES = List.of("50.0", "99.0", "99.9");
  private static final String LAST = PERCENTILES.getLast();

  /** A time of 0.7 is a speed of 1 / 0.7. */
  private static final Target TARGET = new Target(1 / 0.7);

  private final Comparison comparison;
  private final String scenario;

  PercentileTable(Comparison comparison, String scenario) {
    this.comparison = comparison;
    this.scenario = scenario;
  }

  String text() {
    return comparison.executorRows().stream()
        .filter(row -> row.key().scenario().equals(scenario))
        .map(this::table)
        .collect(Collectors.joining());
  }

  private String table(Row row) {
    return "\n### "
        + scenario
        + ", "
        + row.label()
        + "\n\n| |"
        + PERCENTILES.stream().map(name -> " p" + plain(name) + " |").collect(Collectors.joining())
        + " speed at p50 over "
        + BASELINE
        + " | over "
        + row.bestPeer()
        + " | at p"
        + plain(LAST)
        + " over "
        + BASELINE
        + " |\n|---|"
        + "--:|".repeat(PERCENTILES.size())
        + "---|---|---|\n"
        + row.cells().stream().map(cell -> line(row, cell)).collect(Collectors.joining());
  }

  private String line(Row row, Cell cell) {
    return "| "
        + cell.subject()
        + " |"
        + PERCENTILES.stream()
            .map(name -> " " + time(row, cell, name) + " |")
            .collect(Collectors.joining())
        + " "
        + Target.reported(over(BASELINE, row, cell, PERCENTILES.getFirst()))
        + " | "
        + Target.reported(over(row.bestPeer(), row, cell, PERCENTILES.getFirst()))
        + " | "
        + last(row, cell)
        + " |\n";
  }

  private String last(Row row, Cell cell) {
    Ratio ratio = over(BASELINE, row, cell, LAST);
    return scenario.equals("OpenLoopLatency") && cell.subject().equals("lockfree")
        ? TARGET.heldAgainst(ratio)
        : Target.reported(ratio);
  }

  private @Nullable Ratio over(@Nullable String peer, Row row, Cell cell, String percentile) {
    return Optional.ofNullable(peer)
        .filter(name -> !name.equals(cell.subject()))
        .flatMap(row::cell)
        .map(other ->
            Ratio.ofPercentile(percentile, cell.sample(), other.sample(), comparison.options()))
        .orElse(null);
  }

  private static String time(Row row, Cell cell, String percentile) {
    Double time = cell.percentiles().get(Double.valueOf(percentile));
    return time == null ? "–" : Units.of(row.key().unit(), time).format(time);
  }

  private static String plain(String percentile) {
    return percentile.endsWith(".0")
        ? percentile.substring(0, percentile.length() - 2)
        : percentile;
  }
}
