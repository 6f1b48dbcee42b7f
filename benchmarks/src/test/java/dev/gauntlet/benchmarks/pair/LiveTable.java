package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.Calibrator;
import dev.gauntlet.reports.gate.CounterState;
import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.gate.GateState;
import dev.gauntlet.reports.gate.RowState;
import dev.gauntlet.reports.gate.Verdict;
import dev.gauntlet.reports.gate.Visibility;
import dev.gauntlet.reports.gate.output.Percent;
import dev.gauntlet.reports.statistics.Binomial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/** What real gates said, as Markdown: nothing but what is in their logs. */
final class LiveTable {
  private static final int SIMULATIONS = 1000;

  private final StringBuilder text = new StringBuilder();

  private LiveTable() {}

  /** The table of all logs but interrupted ones, in the order of their kinds' first logs. */
  static String of(Collection<GateLog> logs) {
    LiveTable table = new LiveTable();
    List<GateLog> ended = logs.stream().filter(LiveTable::isWhole).toList();
    table.conditions(ended);
    Map<String, List<GateLog>> kinds =
        ended.stream()
            .collect(
                Collectors.groupingBy(LiveTable::kind, LinkedHashMap::new, Collectors.toList()));
    kinds.forEach(table::kind);
    if (ended.size() < logs.size()) {
      table.text.append("\nInterrupted and left out: " + (logs.size() - ended.size()) + ".\n");
    }
    return table.text.toString();
  }

  private static boolean isWhole(GateLog log) {
    return log.end() != null && log.end().reason() != GateEnd.Reason.INTERRUPTED;
  }

  private void conditions(List<GateLog> logs) {
    text.append("# The gate on a real machine\n\n");
    logs.stream().map(LiveTable::condition).distinct().forEach(text::append);
  }

  private static String condition(GateLog log) {
    GateHeader header = log.header();
    return "* "
        + header.machine().cpus()
        + " x "
        + Objects.requireNonNullElse(header.machine().cpuModel(), header.machine().arch())
        + ", "
        + header.machine().os()
        + ", JDK "
        + header.jdk().version()
        + ", commit "
        + Objects.requireNonNullElse(header.candidate().commit(), "unknown")
        + "\n";
  }

  private static String kind(GateLog log) {
    GateSettings settings = log.header().settings();
    return log.header().candidate().label()
        + ": "
        + settings.plan().name().toLowerCase(Locale.ROOT)
        + " plan, forks of "
        + settings.warmupIterations()
        + " x "
        + settings.warmupMillis()
        + " ms warm-up and "
        + settings.measurementIterations()
        + " x "
        + settings.measurementMillis()
        + " ms measured, margin "
        + Numbers.percent(settings.margin())
        + ", alpha "
        + Numbers.percent(settings.alpha())
        + (settings.awake() ? ", idle processors kept awake" : "");
  }

  private void kind(String kind, List<GateLog> logs) {
    text.append("\n## ").append(kind).append("\n\n");
    if (logs.getFirst().header().purpose() == GateHeader.Purpose.CALIBRATE) {
      logs.forEach(this::calibration);
      return;
    }
    text.append(
        "| row | gates | pass | undecided | incomplete | unfit | REGRESSED | FAILED | change |\n");
    text.append("|---|--:|--:|--:|--:|--:|--:|--:|---|\n");
    for (int row = 0; row < logs.getFirst().header().rows().size(); row++) {
      line(row, logs);
    }
    times(logs);
  }

  private void line(int row, List<GateLog> logs) {
    List<Verdict> verdicts = logs.stream().map(log -> verdict(GateState.of(log), row)).toList();
    text.append("| ").append(logs.getFirst().header().rows().get(row).shortName());
    text.append(" | ").append(logs.size());
    count(verdicts, Verdict.IMPROVED, Verdict.PASS, Verdict.SLOWER_WITHIN_MARGIN);
    count(verdicts, Verdict.UNDECIDED);
    count(verdicts, Verdict.INCOMPLETE);
    count(verdicts, Verdict.ENV_UNFIT);
    count(verdicts, Verdict.REGRESSED);
    count(verdicts, Verdict.FAILED);
    text.append(" | ").append(change(row, logs)).append(" |\n");
  }

  private void count(List<Verdict> verdicts, Verdict... counted) {
    text.append(" | ").append(verdicts.stream().filter(List.of(counted)::contains).count());
  }

  /** Of the median score: the bounds of a single gate, the extremes of the estimates of several. */
  private static String change(int row, List<GateLog> logs) {
    List<RowState> medians =
        logs.stream()
            .flatMap(log -> GateState.of(log).rows().stream())
            .filter(state -> state.row() == row && state.score() == GateSettings.Score.MEDIAN)
            .toList();
    RowState only = medians.getFirst();
    if (medians.size() == 1) {
      String range = Percent.range(only.lower(), only.upper());
      return Percent.change(only.estimate()) + (range.isEmpty() ? "" : " (" + range + ")");
    }
    double[] estimates =
        medians.stream()
            .map(RowState::estimate)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return estimates.length == 0
        ? "?"
        : Percent.range(estimates[0], estimates[estimates.length - 1]);
  }

  private void times(List<GateLog> logs) {
    double[] minutes =
        logs.stream().mapToDouble(log -> time(log).toSeconds() / 60.0).sorted().toArray();
    long regressed = logs.stream().filter(log -> !rows(log, Verdict.REGRESSED).isEmpty()).count();
    long cut = logs.stream().filter(log -> reason(log) != GateEnd.Reason.DONE).count();
    Binomial share = Binomial.of((int) regressed, logs.size());
    text.append("\nREGRESSED in ").append(regressed).append(" of ").append(logs.size());
    text.append(logs.size() == 1 ? " gate" : " gates");
    text.append(" (95 %: ").append(Numbers.percent(share.low()));
    text.append(" to ").append(Numbers.percent(share.high())).append("). Minutes a gate: ");
    text.append(Numbers.fixed(Median.withDefaults().evaluate(minutes.clone()), 1));
    text.append(", the longest ").append(Numbers.fixed(minutes[minutes.length - 1], 1));
    text.append(cut == 0 ? ".\n" : "; " + cut + " ended before every row was decided.\n");
  }

  private void calibration(GateLog log) {
    List<Visibility> seen = Visibility.of(Calibrator.calibrate(log, SIMULATIONS), log.header());
    for (Visibility row : seen) {
      text.append("* ")
          .append(log.header().rows().get(row.row()).shortName())
          .append(", ")
          .append(row.score().word())
          .append(": shows a slow-down with a probability of 80 % from ")
          .append(row.visible() == null ? "nowhere" : Numbers.percent(row.visible()))
          .append(" on\n");
    }
  }

  /** The rows with a verdict, by their short names. */
  static List<String> rows(GateLog log, Verdict verdict) {
    GateState state = GateState.of(log);
    return IntStream.range(0, log.header().rows().size())
        .filter(row -> verdict(state, row) == verdict)
        .mapToObj(row -> log.header().rows().get(row).shortName())
        .toList();
  }

  private static Verdict verdict(GateState state, int row) {
    List<Verdict> all = new ArrayList<>();
    state.rows().stream().filter(s -> s.row() == row).map(RowState::verdict).forEach(all::add);
    state.counters().stream()
        .filter(counter -> counter.row() == row)
        .map(CounterState::verdict)
        .filter(Objects::nonNull)
        .forEach(all::add);
    return all.stream().reduce(Verdict::worse).orElse(Verdict.INCOMPLETE);
  }

  /** What a run took that came to its end. */
  static Duration time(GateLog log) {
    return Duration.between(log.header().startedAt(), Objects.requireNonNull(log.end()).at());
  }

  private static GateEnd.Reason reason(GateLog log) {
    return Objects.requireNonNull(log.end()).reason();
  }

  /** The median of all iterations of the base, in the unit of the log. */
  static double baseTime(GateLog log) {
    Stream<Double> iterations =
        log.forks().stream()
            .filter(fork -> fork.arm() == Arm.BASE)
            .flatMap(fork -> fork.iterations().stream());
    return Median.withDefaults().evaluate(iterations.mapToDouble(Double::doubleValue).toArray());
  }
}
