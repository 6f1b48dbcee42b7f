package dev.gauntlet.reports.gate;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether the machine did so much else during a pair that the pair is dropped. Only what the
 * candidate cannot cause by being slower counts, and always both arms go: dropping one arm's forks
 * would choose what to believe by its result.
 */
final class Disturbance {
  /** Share of the measured time that the control group may hold an arm back. */
  private static final double THROTTLED = 0.01;

  private final double limit;
  private final double measuredMicros;

  Disturbance(GateSettings settings) {
    limit = settings.foreignCpuLimit();
    measuredMicros = 1000.0 * settings.measurementMillis() * settings.measurementIterations();
  }

  /** Whether a pair is dropped. */
  boolean isDisturbed(Pair pair) {
    return isDisturbed(pair.base()) || isDisturbed(pair.candidate());
  }

  private boolean isDisturbed(@Nullable GateFork fork) {
    return fork != null && isDisturbed(fork.contention());
  }

  private boolean isDisturbed(List<Contention> iterations) {
    double others =
        mean(iterations, Contention::foreignCpuPercent)
            + mean(iterations, Contention::stealPercent);
    double throttled =
        iterations.stream()
            .map(Contention::throttledMicros)
            .filter(Objects::nonNull)
            .mapToDouble(Long::doubleValue)
            .sum();
    return others > limit || throttled > THROTTLED * measuredMicros;
  }

  private static double mean(
      List<Contention> iterations, Function<Contention, @Nullable Double> part) {
    return iterations.stream()
        .map(part)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite)
        .average()
        .orElse(0);
  }
}
