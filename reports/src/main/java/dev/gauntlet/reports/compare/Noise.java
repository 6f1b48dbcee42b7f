package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.record.ForkEnvironment;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What else the machine did during a run.
 *
 * @param forks forks of the run
 * @param disturbed forks with more than {@value #MAX_STEAL} % steal, more than {@value
 *     #MAX_FOREIGN} % foreign CPU time, or throttled
 * @param unknown forks of which neither is known
 * @param worstStealPercent greatest steal of a fork; empty when never known
 * @param worstForeignPercent greatest foreign CPU time of a fork; empty when never known
 */
public record Noise(
    int forks,
    int disturbed,
    int unknown,
    OptionalDouble worstStealPercent,
    OptionalDouble worstForeignPercent) {
  private static final int MAX_STEAL = 1;
  private static final int MAX_FOREIGN = 5;

  /** The noise of a run. */
  public static Noise of(RunRecord run) {
    List<ForkEnvironment> all = run.forks().stream().map(ForkResult::environment).toList();
    return new Noise(
        all.size(),
        (int) all.stream().filter(Noise::isDisturbed).count(),
        (int) all.stream().filter(Noise::isUnknown).count(),
        worst(all, ForkEnvironment::stealPercent),
        worst(all, ForkEnvironment::foreignCpuPercent));
  }

  private static boolean isDisturbed(ForkEnvironment fork) {
    return exceeds(fork.stealPercent(), MAX_STEAL)
        || exceeds(fork.foreignCpuPercent(), MAX_FOREIGN)
        || Boolean.TRUE.equals(fork.throttled());
  }

  private static boolean isUnknown(ForkEnvironment fork) {
    return fork.stealPercent() == null && fork.foreignCpuPercent() == null;
  }

  private static boolean exceeds(@Nullable Double value, double limit) {
    return value != null && value > limit;
  }

  private static OptionalDouble worst(
      List<ForkEnvironment> forks, Function<ForkEnvironment, @Nullable Double> value) {
    return forks.stream()
        .map(value)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .max();
  }

  /** What a reader should know of it; empty when every fork is known to have been left alone. */
  public Optional<String> sentence() {
    if (disturbed > 0) {
      return Optional.of(
          disturbed
              + " of "
              + forks
              + " forks did not have the machine to themselves ("
              + worstText()
              + "): their times may be too long.");
    }
    return unknown > 0
        ? Optional.of(
            "Whether other processes disturbed "
                + unknown
                + " of "
                + forks
                + " forks is not known.")
        : Optional.empty();
  }

  /** The worst values seen: {@code "worst: steal 3.2 %, other processes 12 %"}. */
  public String worstText() {
    List<String> parts = new ArrayList<>();
    worstStealPercent.ifPresent(value -> parts.add("steal " + Numbers.percent(value / 100)));
    worstForeignPercent.ifPresent(
        value -> parts.add("other processes " + Numbers.percent(value / 100)));
    return parts.isEmpty() ? "throttled" : "worst: " + String.join(", ", parts);
  }
}
