package dev.gauntlet.benchmarks.pair;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The time that a run may take, and what its pairs take. */
final class TimeBox {
  private final @Nullable Duration limit;
  private final Duration estimate;
  private final LongSupplier nanoTime;
  private final long start;
  private final List<Long> pairs = new ArrayList<>();

  /**
   * @param limit what the run may take; null for no limit
   * @param estimate what a pair takes as long as none was measured
   */
  TimeBox(@Nullable Duration limit, Duration estimate, LongSupplier nanoTime) {
    this.limit = limit;
    this.estimate = estimate;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** Notes what a pair took. */
  void measured(long nanos) {
    pairs.add(nanos);
  }

  /** Returns whether another pair is likely to end in time. */
  boolean hasRoomForAPair() {
    return limit == null || left().compareTo(perPair()) >= 0;
  }

  /** Returns what is left beside another pair. */
  Duration spare() {
    if (limit == null) {
      return ChronoUnit.FOREVER.getDuration();
    }
    Duration spare = left().minus(perPair());
    return spare.isNegative() ? Duration.ZERO : spare;
  }

  /** Returns what so many pairs take, or the time that is left when that is less. */
  Duration remaining(int wanted) {
    Duration needed = perPair().multipliedBy(wanted);
    return limit == null || needed.compareTo(left()) < 0 ? needed : left();
  }

  private Duration left() {
    Duration limited = limit == null ? Duration.ZERO : limit;
    Duration left = limited.minusNanos(nanoTime.getAsLong() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration perPair() {
    if (pairs.isEmpty()) {
      return estimate;
    }
    List<Long> sorted = new ArrayList<>(pairs);
    Collections.sort(sorted);
    return Duration.ofNanos(sorted.get(sorted.size() / 2));
  }
}
