package dev.gauntlet.benchmarks.profile;

import java.nio.file.Path;
import java.util.List;

/** Counts the context switches of the threads of this process. */
final class ThreadSwitches {
  static final Count UNKNOWN = new Count(-1, -1);
  private static final String VOLUNTARY = "voluntary_ctxt_switches:";
  private static final String INVOLUNTARY = "nonvoluntary_ctxt_switches:";

  private final Path tasks;

  /**
   * Sums over the threads of a process.
   *
   * @param voluntary switches of threads that gave up their processor; negative when unknown
   * @param involuntary switches of threads that were preempted; negative when unknown
   */
  record Count(long voluntary, long involuntary) {
    boolean isKnown() {
      return voluntary >= 0;
    }

    Count plus(Count other) {
      return new Count(voluntary + other.voluntary, involuntary + other.involuntary);
    }
  }

  ThreadSwitches() {
    this(ThreadFiles.TASKS);
  }

  ThreadSwitches(Path tasks) {
    this.tasks = tasks;
  }

  Count count() {
    List<String> threads = ThreadFiles.read(tasks, "status");
    return threads == null
        ? UNKNOWN
        : threads.stream().map(ThreadSwitches::ofThread).reduce(new Count(0, 0), Count::plus);
  }

  private static Count ofThread(String status) {
    long voluntary = 0;
    long involuntary = 0;
    try {
      for (String line : status.lines().toList()) {
        if (line.startsWith(VOLUNTARY)) {
          voluntary = value(line, VOLUNTARY);
        } else if (line.startsWith(INVOLUNTARY)) {
          involuntary = value(line, INVOLUNTARY);
        }
      }
    } catch (NumberFormatException e) {
      return new Count(0, 0); // the thread has ended meanwhile
    }
    return new Count(voluntary, involuntary);
  }

  private static long value(String line, String label) {
    return Long.parseLong(line.substring(label.length()).trim());
  }
}
