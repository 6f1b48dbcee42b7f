package dev.gauntlet.benchmarks.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts forks and estimates the time of those that are left. */
final class Pace {
  private final int total;
  private final Duration iterationTime;
  private final List<Duration> overheads = new ArrayList<>();
  private int done;
  private int failed;

  Pace(int total, Duration iterationTime) {
    this.total = total;
    this.iterationTime = iterationTime;
  }

  /** Counts a fork that is in the record already. */
  void skipped(boolean hasFailed) {
    done++;
    failed += hasFailed ? 1 : 0;
  }

  /** Counts a fork that was measured in {@code duration}, the start of its JVM included. */
  void measured(Duration duration) {
    done++;
    Duration overhead = duration.minus(iterationTime);
    overheads.add(overhead.isNegative() ? Duration.ZERO : overhead);
  }

  /** Counts a fork that failed; how long that took says nothing about the others. */
  void failed() {
    done++;
    failed++;
  }

  /** Returns what a fork takes: its iterations, and the median of what came on top so far. */
  Duration perFork() {
    return iterationTime.plus(overhead());
  }

  private Duration overhead() {
    if (overheads.isEmpty()) {
      return BenchPlan.TYPICAL_OVERHEAD;
    }
    List<Duration> sorted = new ArrayList<>(overheads);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  Progress progress(Duration elapsed) {
    return new Progress(done, total, failed, elapsed, perFork().multipliedBy(total - done));
  }
}
