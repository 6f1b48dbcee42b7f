package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ForkResult;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What an operation takes beside its time, so that a spinning thread does not look free: means over
 * the forks that have it, null where none has.
 *
 * @param bytes bytes allocated
 * @param cpuNanos CPU time of all threads, in nanoseconds
 * @param switches context switches, of threads that waited and that were preempted; those of
 *     threads that have ended meanwhile are not known
 */
public record Footprint(
    @Nullable Double bytes, @Nullable Double cpuNanos, @Nullable Double switches) {
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final String CPU = "cpu.time.norm";
  private static final String WAITED = "csw.voluntary.norm";
  private static final String PREEMPTED = "csw.involuntary.norm";

  static Footprint of(List<ForkResult> forks) {
    Double waited = mean(forks, WAITED);
    Double preempted = mean(forks, PREEMPTED);
    return new Footprint(
        mean(forks, ALLOCATION),
        mean(forks, CPU),
        waited == null || preempted == null ? null : (Double) (waited + preempted));
  }

  private static @Nullable Double mean(List<ForkResult> forks, String name) {
    OptionalDouble mean =
        forks.stream()
            .flatMap(fork -> fork.secondary().entrySet().stream())
            .filter(metric -> metric.getKey().endsWith(name))
            .mapToDouble(metric -> metric.getValue().score())
            .filter(Double::isFinite)
            .average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }
}
