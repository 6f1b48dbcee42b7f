package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.Limits;
import dev.gauntlet.benchmarks.Need;
import dev.gauntlet.benchmarks.Publishable;
import dev.gauntlet.benchmarks.Subject;
import dev.gauntlet.benchmarks.Subjects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns options into a plan, and refuses what cannot be measured. */
final class Planner {
  /** Rounds that are measured whatever the budget: one alone has no spread. */
  static final int FEWEST_ROUNDS = 2;

  /**
   * A fork that does not touch its heap beforehand goes once around this in its warm-up; otherwise
   * the first touch of each page would be measured, which can take longer than the task.
   */
  private static final String SMALL_YOUNG_GENERATION = "-Xmn64m";

  private static final int MOST_SEEDS = 100_000;
  private static final int UNSAFE_FLAG_SINCE = 23;

  private final BenchOptions options;
  private final JmhFlags flags;

  Planner(BenchOptions options, JmhFlags flags) {
    this.options = options;
    this.flags = flags;
  }

  /**
   * Returns the plan.
   *
   * @throws BenchUsageException if a name is unknown or nothing is left to measure
   */
  BenchPlan plan() {
    List<Cell> cells = cells(rows(), subjects());
    ForkSettings fork = flags.applyTo(options.suite().fork());
    Duration budget = budget();
    return new BenchPlan(
        options.suite(),
        cells,
        rounds(budget, fork, cells.size()),
        budget,
        fork,
        workers(),
        seed(),
        flags.jvmFlags(ownJvmFlags()),
        flags.profilers(),
        flags.text());
  }

  private List<Row> rows() {
    List<Row> rows = options.suite().rows();
    List<String> names = rows.stream().map(Row::name).distinct().toList();
    for (String asked : options.scenarios()) {
      if (!names.contains(asked)) {
        throw new BenchUsageException(
            (isOfTheFullSuite(asked)
                    ? "scenario \"" + asked + "\" needs --full; without it there are "
                    : "unknown scenario \"" + asked + "\"; there are ")
                + String.join(", ", names));
      }
    }
    return options.scenarios().isEmpty()
        ? rows
        : rows.stream().filter(row -> options.scenarios().contains(row.name())).toList();
  }

  private static boolean isOfTheFullSuite(String name) {
    return Suite.FULL.rows().stream().anyMatch(row -> row.name().equals(name));
  }

  private Map<String, Subject> subjects() {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    List<String> names =
        options.subjects().isEmpty() ? options.suite().subjects() : options.subjects();
    for (String name : new LinkedHashSet<>(names)) {
      subjects.put(name, subject(name));
    }
    return subjects;
  }

  private static Subject subject(String name) {
    try {
      return Subjects.named(name);
    } catch (IllegalArgumentException unknown) {
      throw new BenchUsageException(String.valueOf(unknown.getMessage()));
    }
  }

  private static List<Cell> cells(List<Row> rows, Map<String, Subject> subjects) {
    List<Cell> cells = new ArrayList<>();
    for (Row row : rows) {
      if (row.isOfTheMachine()) {
        cells.add(new Cell(row, Limits.SUBJECT));
        continue;
      }
      subjects.forEach((name, subject) -> {
        if (row.suits(subject)) {
          cells.add(new Cell(row, name));
        }
      });
    }
    if (cells.isEmpty()) {
      throw new BenchUsageException(
          "nothing to measure: "
              + joined(rows.stream().map(Row::name))
              + " needs "
              + joined(
                  rows.stream()
                      .flatMap(row -> Arrays.stream(row.question().needs()))
                      .map(Need::words))
              + ", and none of "
              + String.join(", ", subjects.keySet())
              + " has any");
    }
    return cells;
  }

  private static String joined(Stream<String> words) {
    return words.distinct().collect(Collectors.joining(", "));
  }

  private @Nullable Duration budget() {
    if (options.budget() != null) {
      return options.budget();
    }
    return options.rounds() == 0 ? options.suite().budget() : null;
  }

  private int rounds(@Nullable Duration budget, ForkSettings fork, int cells) {
    int wanted = options.rounds() == 0 ? options.suite().rounds() : options.rounds();
    if (budget == null || wanted < FEWEST_ROUNDS) {
      return wanted;
    }
    long fitting = budget.dividedBy(BenchPlan.roundEstimate(fork, cells));
    return Math.clamp(fitting, FEWEST_ROUNDS, wanted);
  }

  private int workers() {
    return options.workers() == 0 ? Runtime.getRuntime().availableProcessors() : options.workers();
  }

  private long seed() {
    Long seed = options.seed();
    return seed == null ? ThreadLocalRandom.current().nextInt(1, MOST_SEEDS) : seed;
  }

  private List<String> ownJvmFlags() {
    List<String> jvm =
        new ArrayList<>(List.of(Publishable.HEAP_MIN, Publishable.HEAP_MAX, Publishable.COLLECTOR));
    jvm.add(options.suite().touchesHeap() ? Publishable.TOUCHED : SMALL_YOUNG_GENERATION);
    if (Runtime.version().feature() >= UNSAFE_FLAG_SINCE) {
      jvm.add("--sun-misc-unsafe-memory-access=allow"); // JMH reads field offsets
    }
    return jvm;
  }
}
