package dev.gauntlet.benchmarks.environment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel has counted for each thread of some processes.
 *
 * @param runDelayNanos time a thread could have run and did not, by the thread's id
 * @param involuntarySwitches how often a thread was taken off its processor, by the thread's id
 */
record Waits(Map<Long, Long> runDelayNanos, Map<Long, Long> involuntarySwitches) {
  private static final long NANOS_PER_MICRO = 1000;

  static Waits read(SystemFiles files, List<Long> processes) {
    Map<Long, Long> delays = new HashMap<>();
    Map<Long, Long> switches = new HashMap<>();
    for (long process : processes) {
      String tasks = "proc/" + process + "/task";
      for (long thread : files.numbers(tasks)) {
        String task = tasks + "/" + thread;
        runDelay(files, task).ifPresent(nanos -> delays.put(thread, nanos));
        switches(files, task).ifPresent(count -> switches.put(thread, count));
      }
    }
    return new Waits(delays, switches);
  }

  private static Optional<Long> runDelay(SystemFiles files, String task) {
    return files
        .firstLine(task + "/schedstat")
        .map(SystemFiles::words)
        .filter(words -> words.size() > 1)
        .flatMap(words -> number(words.get(1)));
  }

  private static Optional<Long> switches(SystemFiles files, String task) {
    return files.value(task + "/status", "nonvoluntary_ctxt_switches").flatMap(Waits::number);
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Nullable Long runDelayMicrosSince(Waits earlier) {
    Long nanos = increase(earlier.runDelayNanos, runDelayNanos);
    return nanos == null ? null : nanos / NANOS_PER_MICRO;
  }

  @Nullable Long involuntarySwitchesSince(Waits earlier) {
    return increase(earlier.involuntarySwitches, involuntarySwitches);
  }

  /** A thread that has ended in between takes its count with it; a new one began at nothing. */
  private static @Nullable Long increase(Map<Long, Long> earlier, Map<Long, Long> later) {
    return later.isEmpty()
        ? null
        : later.entrySet().stream()
            .mapToLong(thread ->
                Math.max(0, thread.getValue() - earlier.getOrDefault(thread.getKey(), 0L)))
            .sum();
  }
}
