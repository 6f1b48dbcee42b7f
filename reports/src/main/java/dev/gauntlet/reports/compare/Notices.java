package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.record.ForkFailure;
import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what a reader should know before quoting a number. */
final class Notices {
  private static final double WIDE = 0.1;
  private static final int WORST_SHOWN = 3;

  /** One of many values of which the worst are spelt out. */
  private record Extreme(String about, double size) {}

  private final RunRecord run;
  private final CompareOptions options;
  private final List<Row> rows;
  private final List<Notice> notices = new ArrayList<>();

  Notices(RunRecord run, CompareOptions options, List<Row> rows, List<Notice> oddities) {
    this.run = run;
    this.options = options;
    this.rows = rows;
    notices.addAll(oddities);
  }

  List<Notice> all() {
    addFewForks();
    addFailures();
    addModes();
    addWideIntervals();
    addWarming();
    addNoise();
    addLimits();
    addMachine();
    run.warnings().forEach(this::addForRun);
    return List.copyOf(notices);
  }

  private void addForRun(String text) {
    notices.add(new Notice("", text));
  }

  private void addFewForks() {
    int least = leastForks();
    if (least == 1) {
      addForRun("Some subjects have a single fork: there is no interval and no verdict for them.");
    } else if (least < CompareOptions.ROUNDS_FOR_A_VERDICT) {
      addForRun(
          "Some subjects have only "
              + least
              + " forks: with fewer than "
              + CompareOptions.ROUNDS_FOR_A_VERDICT
              + " a verdict is a hint.");
    }
  }

  private int leastForks() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .mapToInt(cell -> cell.sample().forks().size())
        .min()
        .orElse(0);
  }

  private void addFailures() {
    Map<String, List<ForkFailure>> byCell =
        run.failures().stream()
            .collect(
                Collectors.groupingBy(
                    failure -> failure.scenario() + " / " + failure.subject(),
                    java.util.LinkedHashMap::new,
                    Collectors.toList()));
    byCell.forEach((about, failures) ->
        notices.add(
            new Notice(
                about,
                failures.size()
                    + (failures.size() == 1 ? " fork" : " forks")
                    + " failed: "
                    + failures.get(0).message())));
  }

  private void addModes() {
    for (Row row : rows) {
      for (Cell cell : row.cells()) {
        Modes.of(cell.sample().scores())
            .ifPresent(modes -> notices.add(new Notice(about(row, cell), text(row, modes))));
      }
    }
  }

  private static String text(Row row, Modes modes) {
    Units units = Units.of(row.key().unit(), modes.lower());
    return "Two modes: "
        + modes.lowerForks()
        + " forks near "
        + units.number(modes.lower())
        + " and "
        + modes.upperForks()
        + " near "
        + units.format(modes.upper())
        + ". The mean describes neither; see the fork dots.";
  }

  private void addWideIntervals() {
    List<Extreme> wide = extremes((row, cell) -> wideError(cell));
    if (!wide.isEmpty()) {
      addForRun(
          wide.size()
              + (wide.size() == 1 ? " interval is" : " intervals are")
              + " wider than ±"
              + Numbers.percent(WIDE)
              + ", the widest: "
              + worst(wide, Numbers::error)
              + ". More forks would narrow them.");
    }
  }

  private static @Nullable Double wideError(Cell cell) {
    Double error = cell.sample().relativeError();
    return error != null && error > WIDE ? error : null;
  }

  private void addWarming() {
    List<Extreme> warming = extremes((row, cell) -> Warming.of(row.key(), cell.sample()));
    if (!warming.isEmpty()) {
      addForRun(
          warming.size()
              + (warming.size() == 1 ? " subject was" : " subjects were")
              + " still getting faster while measured, first iteration over last: "
              + worst(warming, Numbers::ratio)
              + ". A longer warm-up would tell how fast they get.");
    }
  }

  /** Returns the cells of which the measure is not null, the worst first. */
  private List<Extreme> extremes(BiFunction<Row, Cell, @Nullable Double> measure) {
    List<Extreme> extremes = new ArrayList<>();
    for (Row row : rows) {
      for (Cell cell : row.cells()) {
        Double size = measure.apply(row, cell);
        if (size != null) {
          extremes.add(new Extreme(about(row, cell), size));
        }
      }
    }
    extremes.sort(Comparator.comparingDouble(Extreme::size).reversed());
    return extremes;
  }

  private static String worst(List<Extreme> extremes, DoubleFunction<String> text) {
    return extremes.stream()
        .limit(WORST_SHOWN)
        .map(extreme -> extreme.about() + " " + text.apply(extreme.size()))
        .collect(Collectors.joining("; "));
  }

  private void addNoise() {
    Noise noise = Noise.of(run);
    noise.sentence().ifPresent(this::addForRun);
  }

  private void addLimits() {
    long below = rows.stream().filter(row -> row.belowLimit().isPresent()).count();
    if (below > 0) {
      addForRun(
          below
              + (below == 1 ? " row has" : " rows have")
              + " a limit of the machine that a subject was below: the step itself was held up when it was measured alone, and bounds nothing there.");
    }
  }

  private void addMachine() {
    RunHeader header = run.header();
    String governor = header.machine().governor();
    if (governor == null) {
      addForRun(
          "The CPU frequency governor is unknown: small differences between subjects are not to be trusted.");
    } else if (!governor.equals("performance")) {
      addForRun("The CPU frequency governor is \"" + governor + "\", so the clock may have moved.");
    }
    if (header.dirty()) {
      addForRun("The sources had changes that are in no commit: the commit does not say what ran.");
    }
    long broken =
        rows.stream().flatMap(row -> row.cells().stream()).filter(c -> !c.isRanked()).count();
    if (broken > 0) {
      addForRun(
          broken
              + (broken == 1 ? " value is" : " values are")
              + " shown but not ranked: the subject breaks a rule that the scenario relies on.");
    }
    if (rows.stream().noneMatch(row -> row.cell(baseline()).isPresent())) {
      addForRun("The baseline " + baseline() + " has no usable fork: there are no ratios.");
    }
  }

  private String baseline() {
    String baseline = options.baseline();
    return baseline == null ? "" : baseline;
  }

  private static String about(Row row, Cell cell) {
    return row.key().scenario() + " (" + row.label() + ") / " + cell.subject();
  }
}
