package dev.gauntlet.benchmarks.environment;

import java.util.List;
import java.util.Optional;

/**
 * Processor time in clock ticks, summed over the processors.
 *
 * @param total all time
 * @param idle time without work, waiting for devices included
 * @param steal time that the hypervisor gave to others
 * @param own time of this process and of its children that have ended
 */
record CpuTimes(long total, long idle, long steal, long own) {
  private static final int STEAL_FIELD = 7;
  private static final int FIELDS = 8;
  private static final int FIRST_OWN_FIELD = 11;
  private static final int OWN_FIELDS = 4;

  /** Returns the times now, or nothing where the kernel does not tell. */
  static Optional<CpuTimes> read(SystemFiles files) {
    Optional<String> all = files.value("proc/stat", "cpu ");
    Optional<String> self = files.firstLine("proc/self/stat");
    try {
      return all.isEmpty() || self.isEmpty()
          ? Optional.empty()
          : Optional.of(parse(all.get(), self.get()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static CpuTimes parse(String all, String self) {
    List<Long> fields = numbers(all, FIELDS);
    long total = fields.stream().mapToLong(Long::longValue).sum();
    long idle = fields.get(3) + fields.get(4);
    return new CpuTimes(total, idle, fields.get(STEAL_FIELD), own(self));
  }

  private static List<Long> numbers(String line, int count) {
    return SystemFiles.words(line).subList(0, count).stream().map(Long::parseLong).toList();
  }

  /** The name of the program, in parentheses, may contain anything; the rest is numbers. */
  private static long own(String self) {
    return SystemFiles.words(self.substring(self.lastIndexOf(')') + 1))
        .subList(FIRST_OWN_FIELD, FIRST_OWN_FIELD + OWN_FIELDS)
        .stream()
        .mapToLong(Long::parseLong)
        .sum();
  }

  CpuTimes since(CpuTimes earlier) {
    return new CpuTimes(
        total - earlier.total, idle - earlier.idle, steal - earlier.steal, own - earlier.own);
  }

  double stealPercent() {
    return percent(steal);
  }

  /** Returns the share of processes other than this one and its children. */
  double foreignPercent() {
    return percent(total - idle - steal - own);
  }

  private double percent(long ticks) {
    return total <= 0 ? 0 : Math.clamp(100.0 * ticks / total, 0, 100);
  }
}
