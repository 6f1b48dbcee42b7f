package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Limit;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.compare.RowKey;
import dev.gauntlet.reports.export.Csv;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.page.model.ScenarioSection;
import dev.gauntlet.reports.page.model.ScenarioSection.NumberLine;
import dev.gauntlet.reports.page.model.ScenarioSection.RowSection;
import dev.gauntlet.reports.page.model.ScenarioSection.RuleLink;
import dev.gauntlet.reports.record.ScenarioInfo;
import dev.gauntlet.reports.record.SubjectInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The evidence, scenario by scenario. */
final class Scenarios {
  private static final String BYTES = "B/";

  private final Context context;

  Scenarios(Context context) {
    this.context = context;
  }

  List<ScenarioSection> all() {
    return context.comparison().scenarios().stream().map(this::section).toList();
  }

  private ScenarioSection section(ScenarioInfo scenario) {
    List<Row> rows = context.comparison().rows(scenario.name());
    return new ScenarioSection(
        context.scenarioAnchor(scenario.name()),
        scenario.name(),
        scenario.question(),
        rows.stream().map(row -> mode(row.key())).distinct().collect(Collectors.joining("; ")),
        scenario.rules().stream().map(this::link).toList(),
        rows.stream().map(this::row).toList(),
        new ScalingCharts(context, rows).all());
  }

  private RuleLink link(String rule) {
    boolean known =
        context.conformance() != null
            && context.conformance().rules().stream().anyMatch(r -> r.id().equals(rule));
    return new RuleLink(rule, known ? context.ruleAnchor(rule) : "");
  }

  private static String mode(RowKey key) {
    if (key.unit().startsWith(BYTES)) {
      return "Bytes for each operation, lower is better";
    }
    return switch (key.mode()) {
      case "avgt" -> "Average time per operation, lower is better";
      case "thrpt" -> "Throughput, higher is better";
      case "sample" -> "Sampled time of single operations, lower is better";
      case "ss" -> "Time of a single cold operation, lower is better";
      default -> key.mode() + ", " + key.unit();
    };
  }

  private RowSection row(Row row) {
    List<Cell> cells =
        row.cells().stream()
            .sorted(
                Comparator.comparing((Cell cell) -> !cell.isRanked())
                    .thenComparingDouble(cell -> row.key().time(cell.sample().center())))
            .toList();
    Units units =
        Units.of(
            row.key().unit(), typical(cells.stream().map(cell -> cell.sample().center()).toList()));
    List<Double> cpuTimes =
        cells.stream().map(cell -> cell.footprint().cpuNanos()).filter(Objects::nonNull).toList();
    Units cpuUnits = Units.of("ns/op", typical(cpuTimes));
    List<Double> percentiles =
        cells.stream()
            .flatMap(cell -> cell.percentiles().keySet().stream())
            .sorted()
            .distinct()
            .toList();
    Limit limit = row.limit();
    return new RowSection(
        context.rowAnchor(row),
        row.label(),
        answer(row, cells, units),
        cells.isEmpty() ? List.of() : new RowCharts(context, row, cells, units).all(),
        units.unit(),
        cpuTimes.isEmpty() ? "" : cpuUnits.unit(),
        cells.stream().anyMatch(cell -> cell.footprint().switches() != null),
        limit == null ? "" : limit.name(),
        Csv.key(row.key()),
        cells.stream().map(cell -> numbers(cell, units, cpuUnits, percentiles)).toList(),
        percentiles.stream().map(Scenarios::percentileName).toList(),
        row.failures().stream()
            .map(failure ->
                failure.subject() + ", round " + (failure.round() + 1) + ": " + failure.message())
            .toList());
  }

  private static double typical(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 1 : sorted.get(sorted.size() / 2);
  }

  private static String percentileName(double percentile) {
    return percentile == 100
        ? "max"
        : percentile == 0
            ? "min"
            : "p" + new BigDecimal(String.valueOf(percentile)).stripTrailingZeros().toPlainString();
  }

  private List<String> answer(Row row, List<Cell> cells, Units units) {
    List<String> sentences = new ArrayList<>();
    String best = row.bestPeer();
    row.cells().stream()
        .filter(cell -> cell.subject().equals(best))
        .findFirst()
        .ifPresent(peer ->
            sentences.add(
                "Best peer: "
                    + peer.subject()
                    + ", "
                    + units.format(peer.sample().center())
                    + "."));
    Limit limit = row.limit();
    if (limit != null) {
      sentences.add(
          "Limit of the machine: "
              + limit.name()
              + ", "
              + Words.limit(limit)
              + ", measured alone."
              + row.belowLimit().map(Scenarios::noBound).orElse(""));
    }
    for (Cell cell : cells) {
      Ratio ratio = cell.toBestPeer();
      if (context.kind(cell.subject()) == SubjectInfo.Kind.GAUNTLET && ratio != null) {
        sentences.add(against(cell, ratio, units));
      }
    }
    return sentences;
  }

  private static String noBound(Cell below) {
    return " It is no bound here: "
        + below.subject()
        + " was below it, so the step itself was held up when it was measured.";
  }

  private static String against(Cell cell, Ratio ratio, Units units) {
    String verdict =
        cell.isRanked()
            ? Words.verdict(ratio)
            : Words.NOT_RANKED + ", breaks " + Words.brokenRules(cell);
    return cell.subject()
        + ": "
        + units.format(cell.sample().center())
        + ", "
        + Words.ratioWithInterval(ratio)
        + (units.unit().startsWith(BYTES) ? " the best peer's bytes, " : " the best peer's time, ")
        + (cell.toLimit() == null ? "" : Words.ratio(cell.toLimit().value()) + " the limit, ")
        + verdict
        + ".";
  }

  private NumberLine numbers(Cell cell, Units units, Units cpuUnits, List<Double> percentiles) {
    Double cpu = cell.footprint().cpuNanos();
    return new NumberLine(
        cell.subject(),
        units.number(cell.sample().center()),
        interval(cell, units),
        units.number(cell.sample().median()),
        units.number(cell.sample().min()) + "–" + units.number(cell.sample().max()),
        String.valueOf(cell.sample().forks().size()),
        cell.subject().equals(context.comparison().baseline())
            ? "baseline"
            : Words.ratioWithInterval(cell.ratio()),
        verdict(cell),
        Words.ratioWithInterval(cell.toBestPeer()),
        Words.ratioWithInterval(cell.toLimit()),
        number(cell.footprint().bytes()),
        cpu == null ? "–" : cpuUnits.number(cpu),
        switches(cell.footprint().switches()),
        percentiles.stream().map(p -> cell.percentiles().get(p)).map(t -> time(units, t)).toList());
  }

  private static String interval(Cell cell, Units units) {
    var interval = cell.sample().interval();
    if (interval == null) {
      return "none";
    }
    return Numbers.saysNothing(interval.low(), interval.high())
        ? Numbers.ratioRange(interval.low(), interval.high(), "–")
        : units.number(interval.low()) + "–" + units.number(interval.high());
  }

  private static String verdict(Cell cell) {
    Ratio ratio = cell.ratio();
    if (!cell.isRanked()) {
      return Words.NOT_RANKED + ", breaks " + String.join(", ", cell.brokenRules());
    }
    return ratio == null ? "–" : ratio.verdict().text();
  }

  private static String switches(@Nullable Double value) {
    return value == null ? "–" : Numbers.tick(value);
  }

  private static String number(@Nullable Double value) {
    return value == null ? "–" : Numbers.compact(value);
  }

  private static String time(Units units, @Nullable Double value) {
    return value == null ? "–" : units.number(value);
  }
}
