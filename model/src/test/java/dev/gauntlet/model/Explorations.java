package dev.gauntlet.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a line for each exploration: what was explored, how it ended, how far it went at most, how
 * many schedules were run, and how many seconds of processor time it took.
 */
final class Explorations {
  private static final Path FILE =
      Path.of(System.getProperty("gauntlet.model.record", "target/explorations.tsv"));

  private Explorations() {}

  /**
   * Runs an exploration and records it if it ends as it should.
   *
   * @param end how it should end: {@code held}, or {@code bug found}
   * @param bound the size of the exploration
   */
  static void record(String subject, String end, String bound, Runnable exploration) {
    long start = cpuNanos();
    long before = Schedules.begun();
    exploration.run();
    long schedules = Schedules.begun() - before;
    assertTrue(schedules > 0, subject + ": nothing was run");
    append(
        "%s\t%s\t%s\t%d\t%.1f%n"
            .formatted(subject, end, bound, schedules, (cpuNanos() - start) / 1e9));
  }

  /** Time on a processor means the same on a busy machine. */
  private static long cpuNanos() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
  }

  private static synchronized void append(String line) {
    try {
      Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
