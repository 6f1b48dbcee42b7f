package dev.gauntlet.benchmarks.environment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Processor time in clock ticks, summed over the processors.
 *
 * @param total all time
 * @param idle time without work, waiting for devices included
 * @param steal time that the hypervisor gave to others
 * @param own time of the processes that are not foreign, and of their children that have ended
 */
record CpuTimes(long total, long idle, long steal, long own) {
  private static final int STEAL_FIELD = 7;
  private static final int FIELDS = 8;
  private static final int FIRST_OWN_FIELD = 11;
  private static final int OWN_FIELDS = 4;

  /** Returns the times now, or nothing where the kernel does not tell. */
  static Optional<CpuTimes> read(SystemFiles files) {
    return files.firstLine("proc/self/stat").flatMap(self -> parse(files, List.of(self)));
  }

  /** Returns the times now with those processes for own; one that has ended counts nothing. */
  static Optional<CpuTimes> read(SystemFiles files, Collection<Long> processes) {
    return parse(
        files,
        processes.stream()
            .flatMap(process -> files.firstLine("proc/" + process + "/stat").stream())
            .toList());
  }

  private static Optional<CpuTimes> parse(SystemFiles files, List<String> processes) {
    try {
      return files.value("proc/stat", "cpu ").map(all -> parse(all, processes));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static CpuTimes parse(String all, List<String> processes) {
    List<Long> fields = numbers(all, FIELDS);
    long total = fields.stream().mapToLong(Long::longValue).sum();
    long idle = fields.get(3) + fields.get(4);
    long own = processes.stream().mapToLong(CpuTimes::own).sum();
    return new CpuTimes(total, idle, fields.get(STEAL_FIELD), own);
  }

  private static List<Long> numbers(String line, int count) {
    return SystemFiles.words(line).subList(0, count).stream().map(Long::parseLong).toList();
  }

  /** The name of the program, in parentheses, may contain anything; the rest is numbers. */
  private static long own(String process) {
    return SystemFiles.words(process.substring(process.lastIndexOf(')') + 1))
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

  /** Returns the share of foreign processes. */
  double foreignPercent() {
    return percent(total - idle - steal - own);
  }

  private double percent(long ticks) {
    return total <= 0 ? 0 : Math.clamp(100.0 * ticks / total, 0, 100);
  }
}
