package dev.gauntlet.benchmarks.profile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

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
    this(Path.of("/proc/self/task"));
  }

  ThreadSwitches(Path tasks) {
    this.tasks = tasks;
  }

  Count count() {
    Count sum = new Count(0, 0);
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        sum = sum.plus(ofThread(thread.resolve("status")));
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return UNKNOWN;
    }
    return sum;
  }

  private static Count ofThread(Path status) {
    long voluntary = 0;
    long involuntary = 0;
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith(VOLUNTARY)) {
          voluntary = value(line, VOLUNTARY);
        } else if (line.startsWith(INVOLUNTARY)) {
          involuntary = value(line, INVOLUNTARY);
        }
      }
    } catch (IOException | NumberFormatException e) {
      return new Count(0, 0); // the thread has ended meanwhile
    }
    return new Count(voluntary, involuntary);
  }

  private static long value(String line, String label) {
    return Long.parseLong(line.substring(label.length()).trim());
  }
}
