package dev.gauntlet.benchmarks.environment;

import java.util.Optional;

/** The control group of this process, version 2 or 1, and of the forks that it starts. */
final class CpuGroup {
  private static final String UNIFIED = "0::/";
  private static final long NANOS_PER_MICRO = 1000;

  private final SystemFiles files;

  CpuGroup(SystemFiles files) {
    this.files = files;
  }

  /** Returns how often the group was held back. */
  Optional<Long> throttlings() {
    return number("nr_throttled");
  }

  /** Returns for how long it was, in microseconds; version 1 counts nanoseconds. */
  Optional<Long> throttledMicros() {
    return number("throttled_usec")
        .or(() -> number("throttled_time").map(nanos -> nanos / NANOS_PER_MICRO));
  }

  private Optional<Long> number(String label) {
    try {
      return files
          .value("sys/fs/cgroup/" + name() + "/cpu.stat", label)
          .or(() -> files.value("sys/fs/cgroup/cpu.stat", label))
          .or(() -> files.value("sys/fs/cgroup/cpu/cpu.stat", label))
          .map(Long::parseLong);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private String name() {
    return files.lines("proc/self/cgroup").stream()
        .filter(line -> line.startsWith(UNIFIED))
        .findFirst()
        .map(line -> line.substring(UNIFIED.length()))
        .orElse("");
  }
}
