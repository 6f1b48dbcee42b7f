package dev.gauntlet.benchmarks.environment;

import dev.gauntlet.reports.record.ForkEnvironment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watches what else the machine does while a fork runs. */
public final class ForkWatch {
  private final SystemFiles files;
  private final Optional<CpuTimes> before;
  private final CpuGroup group;
  private final Optional<Long> throttledBefore;

  ForkWatch(SystemFiles files) {
    this.files = files;
    this.before = CpuTimes.read(files);
    this.group = new CpuGroup(files);
    this.throttledBefore = group.throttlings();
  }

  /** Starts to watch. */
  public static ForkWatch start() {
    return new ForkWatch(SystemFiles.ofThisMachine());
  }

  /** Returns what was seen since the start; the fork must have ended. */
  public ForkEnvironment stop() {
    Optional<CpuTimes> spent = CpuTimes.read(files).flatMap(now -> before.map(now::since));
    return new ForkEnvironment(
        spent.map(CpuTimes::stealPercent).orElse(null),
        spent.map(CpuTimes::foreignPercent).orElse(null),
        loadAverage(),
        wasThrottled());
  }

  private @Nullable Double loadAverage() {
    try {
      return files
          .firstLine("proc/loadavg")
          .map(line -> Double.parseDouble(SystemFiles.words(line).get(0)))
          .orElse(null);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private @Nullable Boolean wasThrottled() {
    return throttledBefore
        .flatMap(earlier -> group.throttlings().map(now -> now > earlier))
        .orElse(null);
  }
}
