package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.FanOutFanIn;
import dev.gauntlet.benchmarks.ForkJoinLimits;
import dev.gauntlet.benchmarks.HeapLimits;
import dev.gauntlet.benchmarks.IdleLimits;
import dev.gauntlet.benchmarks.Limits;
import dev.gauntlet.benchmarks.Publishable;
import dev.gauntlet.benchmarks.RoundTripLatency;
import dev.gauntlet.benchmarks.SettleLatency;
import dev.gauntlet.benchmarks.Subjects;
import dev.gauntlet.benchmarks.SubmitThroughput;
import dev.gauntlet.reports.record.RunSettings;
import dev.gauntlet.reports.record.ScenarioInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A choice of rows, subjects and settings. */
public enum Suite {
  /** A look, in three minutes: few subjects, short iterations, few rounds. No result. */
  QUICK(RunSettings.QUICK),
  /** The headline rows with publishable settings. */
  DEFAULT("default"),
  /** Every row with publishable settings. */
  FULL("full");

  private static final List<String> QUICK_SUBJECTS =
      List.of(
          "lockfree",
          "locking",
          "virtualthreads",
          "jdk-fixed",
          "jdk-forkjoin",
          "jdk-virtual",
          "jboss-eqe");
  private static final List<Integer> PRODUCERS = List.of(1, 2, 4);

  private static final int QUICK_ROUNDS = 5;
  private static final Duration QUICK_BUDGET = Duration.ofSeconds(165);

  private final String title;

  Suite(String title) {
    this.title = title;
  }

  /** Returns the name by which records know it. */
  public String title() {
    return title;
  }

  /** Returns its rows in the order of reports. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int threads : callers()) {
      rows.add(new Row(RoundTripLatency.class, "submitThenGet", Map.of(), threads));
    }
    for (int size : bursts()) {
      rows.add(new Row(FanOutFanIn.class, "of" + size, Map.of("size", "" + size), 1));
    }
    for (int threads : PRODUCERS) {
      rows.add(new Row(SubmitThroughput.class, "retrieveAndSubmit", Map.of(), threads));
    }
    rows.add(new Row(SettleLatency.class, "makeSettleGet", Map.of(), 1));
    if (this != QUICK) {
      rows.addAll(HeadlineRows.all());
    }
    if (this == FULL) {
      rows.addAll(FullRows.all());
    }
    rows.addAll(this == QUICK ? limitsOf(rows) : limits());
    return rows;
  }

  /** Returns what the given rows are held against. */
  private static List<Row> limitsOf(List<Row> rows) {
    List<String> named =
        rows.stream().flatMap(row -> Stream.ofNullable(Headers.scenario(row).limit())).toList();
    return limits().stream()
        .filter(limit -> named.contains(limit.name() + "." + limit.method()))
        .toList();
  }

  private static List<Row> limits() {
    return List.of(
        limit("directCall", "direct call", 1),
        limit("allocation", "allocation of 32 B", 1),
        limit("uncontendedCas", "uncontended CAS", 1),
        limit("taskWithFuture", "a task with a future, on one thread", 1),
        limit("contendedGetAndAdd", "contended getAndAdd", 2),
        limit("lineRoundTrip", "cache line there and back", 1),
        limit("lineOneWay", "cache line, one way", 1),
        limit("spscHandOff", "hand-off, SPSC queue", 1),
        limit("mpmcHandOff", "hand-off, MPMC queue", 1),
        limit("parkRoundTrip", "park and unpark, there and back", 1),
        limit("wakeUp", "unpark of a thread that parks, one way", 1),
        limit("sleep", "sleep of 1 ms", 1),
        new Row(
            ForkJoinLimits.class, "recursiveTask", Map.of("step", "fork and join of a task"), 1),
        new Row(HeapLimits.class, "emptyObject", Map.of("step", "an object without a field"), 1),
        new Row(IdleLimits.class, "nothing", Map.of("step", "a JVM that does nothing"), 1));
  }

  private static Row limit(String method, String words, int threads) {
    return new Row(Limits.class, method, Map.of("step", words), threads);
  }

  /** Returns what its rows ask, each question once. */
  public List<ScenarioInfo> scenarios() {
    return rows().stream().map(Headers::scenario).distinct().toList();
  }

  private List<Integer> callers() {
    return this == QUICK ? List.of(1) : List.of(1, 2, 4);
  }

  private List<Integer> bursts() {
    return switch (this) {
      case QUICK -> List.of(100);
      case DEFAULT -> List.of(100, 1000);
      case FULL -> List.of(1, 10, 100, 1000, 10_000);
    };
  }

  /** Returns the subjects that are measured when none are named. */
  public List<String> subjects() {
    return this == QUICK ? QUICK_SUBJECTS : Subjects.builtInNames();
  }

  /** Returns how each fork is measured. */
  public ForkSettings fork() {
    return this == QUICK
        ? new ForkSettings(3, Duration.ofMillis(200), 3, Duration.ofMillis(200))
        : new ForkSettings(
            Publishable.WARMUP_ITERATIONS,
            Duration.ofMillis(Publishable.WARMUP_MILLIS),
            Publishable.MEASUREMENT_ITERATIONS,
            Duration.ofMillis(Publishable.MEASUREMENT_MILLIS));
  }

  /** Returns how many rounds are measured, at most when there is a budget. */
  public int rounds() {
    return this == QUICK ? QUICK_ROUNDS : Publishable.FORKS;
  }

  /** Returns the time that its rounds may take, or null for no limit. */
  public @Nullable Duration budget() {
    return this == QUICK ? QUICK_BUDGET : null;
  }

  boolean touchesHeap() {
    return this != QUICK;
  }
}
