package dev.gauntlet.benchmarks.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run is going to do, decided before its first fork.
 *
 * @param suite the suite it comes from
 * @param cells what each round measures, in the order of reports
 * @param rounds how many rounds, at most when there is a budget
 * @param budget the time the rounds may take, or null for no limit
 * @param fork how each fork is measured
 * @param workers worker threads of each executor
 * @param seed seed of the order of the forks
 * @param jvmFlags flags of each fork's JVM
 * @param profilers profilers of each fork
 * @param jmhFlags flags passed through to JMH
 */
public record BenchPlan(
    Suite suite,
    List<Cell> cells,
    int rounds,
    @Nullable Duration budget,
    ForkSettings fork,
    int workers,
    long seed,
    List<String> jvmFlags,
    List<String> profilers,
    List<String> jmhFlags) {
  /** What a fork takes beside its iterations, before one was measured. */
  static final Duration TYPICAL_OVERHEAD = Duration.ofMillis(700);

  public BenchPlan {
    cells = List.copyOf(cells);
    jvmFlags = List.copyOf(jvmFlags);
    profilers = List.copyOf(profilers);
    jmhFlags = List.copyOf(jmhFlags);
  }

  /** Returns the rows in the order of reports. */
  public List<Row> rows() {
    return cells.stream().map(Cell::row).distinct().toList();
  }

  /** Returns the names of the subjects in the order of reports. */
  public List<String> subjects() {
    return cells.stream().map(Cell::subject).distinct().toList();
  }

  /** Returns how many forks there are in all rounds. */
  public int forks() {
    return cells.size() * rounds;
  }

  /** Returns how long one round takes, as far as that is known before one was measured. */
  public Duration roundEstimate() {
    return roundEstimate(fork, cells.size());
  }

  static Duration roundEstimate(ForkSettings fork, int cells) {
    return fork.iterationTime().plus(TYPICAL_OVERHEAD).multipliedBy(cells);
  }

  /** Returns how long the run takes, as far as that is known before it was measured. */
  public Duration estimate() {
    return roundEstimate().multipliedBy(rounds);
  }

  /**
   * Returns the order of the cells in one round: the rows shuffled, and the subjects of each row
   * shuffled but next to each other, so that what is compared is measured at about the same time.
   *
   * @param round from 0
   */
  public List<Cell> order(int round) {
    RandomGenerator random = new SplittableRandom(seed * 31 + round);
    List<Row> rows = new ArrayList<>(rows());
    Collections.shuffle(rows, random);
    List<Cell> order = new ArrayList<>(cells.size());
    for (Row row : rows) {
      List<Cell> subjects =
          new ArrayList<>(cells.stream().filter(cell -> cell.row().equals(row)).toList());
      Collections.shuffle(subjects, random);
      order.addAll(subjects);
    }
    return order;
  }

  BenchPlan withSeed(long other) {
    return new BenchPlan(
        suite, cells, rounds, budget, fork, workers, other, jvmFlags, profilers, jmhFlags);
  }
}
