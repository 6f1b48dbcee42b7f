package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was aimed at for each of the implementations, held against a run. */
final class TargetTables {
  private static final Set<String> SCORED_BY_TASK = Set.of("FanOutFanIn", "SubmitThroughput");

  private final Comparison comparison;
  private final CompareOptions options;

  TargetTables(Comparison comparison) {
    this.comparison = comparison;
    this.options = comparison.options();
  }

  /** All tables in Markdown. */
  String text() {
    return table("lockfree", "jdk-fixed")
        + table("locking", "jdk-fixed")
        + table("virtualthreads", "jdk-virtual")
        + table("virtualthreads-bounded", "jdk-virtual")
        + new IdleCpuTarget(comparison)
            .text(List.of("lockfree", "locking", "virtualthreads", "virtualthreads-bounded"));
  }

  private String table(String own, String other) {
    return "\n### `"
        + own
        + "`\n\n| | over the best peer | | over "
        + other
        + " |\n|---|---|---|---|\n"
        + comparison.executorRows().stream()
            .map(row -> row(row, own, other))
            .collect(Collectors.joining());
  }

  private String row(Row row, String own, String other) {
    return row.cell(own)
        .map(cell ->
            "| "
                + row.key().scenario()
                + ", "
                + row.label()
                + " | "
                + overBestPeer(row, own, cell)
                + " | "
                + (row.bestPeer() == null ? "–" : row.bestPeer())
                + " | "
                + overOther(row, own, between(row, cell, other))
                + " |\n")
        .orElse("");
  }

  private @Nullable Ratio between(Row row, Cell cell, String other) {
    return row.cell(other)
        .map(peer -> Ratio.between(row.key(), cell.sample(), peer.sample(), options))
        .orElse(null);
  }

  private static String overOther(Row row, String own, @Nullable Ratio ratio) {
    return row.key().scenario().equals(IdleCpuTarget.SCENARIO)
        ? Target.reported(ratio)
        : overOther(row, own).heldAgainst(ratio);
  }

  private static String overBestPeer(Row row, String own, Cell cell) {
    return own.equals("lockfree")
        ? overBestPeer(row).heldAgainst(cell.toBestPeer())
        : Target.reported(cell.toBestPeer());
  }

  private static Target overBestPeer(Row row) {
    return switch (row.key().scenario()) {
      case "RoundTripLatency" -> new Target(row.key().threads() == 1 ? 10 : 1);
      case "SubmitThroughput" -> new Target(1.8);
      case "FanOutFanIn" -> new Target(row.key().method().equals("of1000") ? 1.8 : 1);
      default -> new Target(1);
    };
  }

  private static Target overOther(Row row, String own) {
    boolean tiny = SCORED_BY_TASK.contains(row.key().scenario());
    return switch (own) {
      case "lockfree" -> new Target(tiny ? 2.5 : 1);
      case "locking" -> new Target(tiny ? 1.5 : 1);
      case "virtualthreads" -> new Target(tiny ? 1.1 : 1);
      default -> new Target(tiny ? 3 : 1);
    };
  }
}
