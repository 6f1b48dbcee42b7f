package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.StopSignal;
import dev.gauntlet.reports.gate.Contention;
import dev.gauntlet.reports.gate.GateFork;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Waits for the machine to be quiet before a pair. Two seconds in a row have to be seen quiet:
 * those in which forks were measured since it last was not, else two seconds of looking.
 */
final class QuietWait {
  static final Duration LOOK = Duration.ofSeconds(2);
  static final Duration LONGEST = Duration.ofSeconds(60);

  private final double limitPercent;
  private final Looker looker;
  private Duration quiet = Duration.ZERO;

  /** Looks what others use of the processors, percent, for a time; empty when that is unknown. */
  interface Looker {
    OptionalDouble foreignPercent(Duration time);
  }

  QuietWait(double limitPercent, Looker looker) {
    this.limitPercent = limitPercent;
    this.looker = looker;
  }

  /** A looker that lets the time pass, or less when the run is stopped. */
  static Looker counting(Supplier<Supplier<Contention>> counters, StopSignal stop) {
    return time -> {
      Supplier<Contention> running = counters.get();
      stop.comesWithin(time.toMillis());
      Double foreign = running.get().foreignCpuPercent();
      return foreign == null ? OptionalDouble.empty() : OptionalDouble.of(foreign);
    };
  }

  /**
   * Returns whether the machine is quiet, or not known not to be.
   *
   * @param most what may be waited at most, a minute at the longest
   */
  boolean await(StopSignal stop, Duration most) {
    if (quiet.compareTo(LOOK) >= 0) {
      return true;
    }
    Duration limit = most.compareTo(LONGEST) < 0 ? most : LONGEST;
    for (Duration waited = Duration.ZERO;
        waited.compareTo(limit) < 0 && !stop.isRequested();
        waited = waited.plus(LOOK)) {
      OptionalDouble foreign = looker.foreignPercent(LOOK);
      if (foreign.isEmpty()) {
        return true;
      }
      if (foreign.getAsDouble() < limitPercent) {
        quiet = LOOK;
        return true;
      }
    }
    return false;
  }

  /** Notes what was seen while a fork was measured. */
  void measured(GateFork fork, long iterationMillis) {
    List<Double> foreign =
        fork.contention().stream()
            .map(Contention::foreignCpuPercent)
            .filter(Objects::nonNull)
            .toList();
    boolean isQuiet =
        !foreign.isEmpty() && foreign.stream().allMatch(percent -> percent < limitPercent);
    quiet = isQuiet ? quiet.plusMillis(foreign.size() * iterationMillis) : Duration.ZERO;
  }

  /** Notes that the last pair says nothing about the machine. */
  void unknown() {
    quiet = Duration.ZERO;
  }
}
