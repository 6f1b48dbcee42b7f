package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Footprint;
import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Limit;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a README shows of a run: the limit, the baseline, the best peer and Gauntlet's own. */
public final class HeadlineTable {
  private static final String NOTHING = "–";

  /** Marks a ratio to the best peer, where the baseline was not measured. */
  private static final String OVER_BEST_PEER = " †";

  /** Marks a limit that something was below, as an executor without the step may be. */
  private static final String NO_BOUND = " ‡";

  private final Comparison comparison;
  private final List<String> own;
  private final List<String> peers;

  private HeadlineTable(Comparison comparison) {
    this.comparison = comparison;
    this.own = names(comparison, SubjectInfo.Kind.GAUNTLET);
    this.peers = names(comparison, SubjectInfo.Kind.PEER);
  }

  private static List<String> names(Comparison comparison, SubjectInfo.Kind kind) {
    return comparison.subjects().stream()
        .filter(subject -> subject.kind() == kind)
        .map(SubjectInfo::name)
        .toList();
  }

  /** The table in Markdown, and what its numbers mean. */
  public static String of(Comparison comparison) {
    return new HeadlineTable(comparison).text();
  }

  private String text() {
    List<String> head =
        new ArrayList<>(List.of("", "limit", Markdown.escape(comparison.baseline()), "best peer"));
    own.forEach(name -> head.add(Markdown.escape(name)));
    head.add("CPU an op");
    head.add("B an op");
    return line(head)
        + "|---|"
        + "--:|".repeat(head.size() - 1)
        + '\n'
        + comparison.executorRows().stream().map(this::row).collect(Collectors.joining())
        + '\n'
        + legend();
  }

  private String row(Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(Markdown.escape(row.key().scenario() + ", " + row.label()));
    cells.add(limit(row));
    cells.add(
        row.cell(comparison.baseline()).map(cell -> Markdown.absolute(row, cell)).orElse(NOTHING));
    cells.add(bestPeer(row));
    own.forEach(name -> cells.add(row.cell(name).map(cell -> own(row, cell)).orElse(NOTHING)));
    cells.add(cpu(row));
    cells.add(beside(row, Footprint::bytes, bytes -> Numbers.fixed(bytes, 0)));
    return line(cells);
  }

  /** In one unit, that of the largest. */
  private String cpu(Row row) {
    double largest =
        besides(row, Footprint::cpuNanos)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    Units units = Units.of("ns/op", largest);
    return beside(row, Footprint::cpuNanos, units::number) + " " + units.unit().replace("/op", "");
  }

  private String beside(
      Row row, Function<Footprint, @Nullable Double> figure, Function<Double, String> text) {
    return besides(row, figure)
        .map(value -> value == null ? NOTHING : text.apply(value))
        .collect(Collectors.joining(" / "));
  }

  /** What the baseline and ours take beside the time; null where nothing was measured. */
  private Stream<@Nullable Double> besides(Row row, Function<Footprint, @Nullable Double> figure) {
    return Stream.concat(Stream.of(comparison.baseline()), own.stream())
        .map(name -> row.cell(name).map(Cell::footprint).map(figure).orElse(null));
  }

  private static String limit(Row row) {
    Limit limit = row.limit();
    return limit == null
        ? NOTHING
        : Units.of(limit.unit(), limit.value()).format(limit.value())
            + (row.belowLimit().isPresent() ? NO_BOUND : "");
  }

  /** With how many it was the best of: peers that break a rule of the scenario are not ranked. */
  private String bestPeer(Row row) {
    String name = row.bestPeer();
    if (name == null) {
      return NOTHING;
    }
    String best = Markdown.escape(name) + " of " + rankedPeers(row);
    return name.equals(comparison.baseline())
        ? best
        : best + row.cell(name).map(cell -> ": " + figure(row, cell)).orElse("");
  }

  private long rankedPeers(Row row) {
    return row.cells().stream()
        .filter(cell -> cell.isRanked() && peers.contains(cell.subject()))
        .count();
  }

  /** In bold where it is faster than the best peer. */
  private String own(Row row, Cell cell) {
    Ratio toBestPeer = cell.toBestPeer();
    String text =
        hasBaseline(row) || toBestPeer == null
            ? figure(row, cell)
            : text(toBestPeer) + OVER_BEST_PEER;
    return isAhead(toBestPeer) ? "**" + text + "**" : text;
  }

  /** The ratio to the baseline; where there is none, what was measured. */
  private static String figure(Row row, Cell cell) {
    Ratio ratio = cell.ratio();
    return ratio == null ? Markdown.absolute(row, cell) : text(ratio);
  }

  private static String text(Ratio ratio) {
    return Numbers.ratio(ratio.value()) + Markdown.range(ratio);
  }

  private boolean hasBaseline(Row row) {
    return row.cell(comparison.baseline()).isPresent();
  }

  private static boolean isAhead(@Nullable Ratio toBestPeer) {
    Interval interval = toBestPeer == null ? null : toBestPeer.interval();
    return interval != null && interval.high() < 1;
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private String legend() {
    String confidence = Numbers.percent(comparison.options().confidence());
    String baseline = Markdown.escape(comparison.baseline());
    return "Time over the time of "
        + baseline
        + ", forks paired within rounds, with the "
        + confidence
        + " interval; below 1 is faster, and bold is faster than the\nbest of the peers that keep"
        + " the rules of the scenario, as many as are named, at "
        + confidence
        + ", each ratio for itself. The last two columns are of\n"
        + baseline
        + " and of ours, in that order."
        + (comparison.executorRows().stream().allMatch(this::hasBaseline)
            ? ""
            : "\n†: over the best peer, where " + baseline + " has no row.")
        + (comparison.executorRows().stream().allMatch(row -> row.belowLimit().isEmpty())
            ? ""
            : "\n‡: no bound here, since a subject was below it.")
        + " Run "
        + Markdown.escape(comparison.run().header().id())
        + ".\n";
  }
}
