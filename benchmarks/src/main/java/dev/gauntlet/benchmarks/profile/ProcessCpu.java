package dev.gauntlet.benchmarks.profile;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CPU time of this process to the nanosecond where Linux counts it for each thread; the JDK's own
 * reading has ticks of 10 ms there. A thread that has ended takes its time with it.
 */
public final class ProcessCpu {
  private static final Path TASKS = Path.of("/proc/self/task");

  private ProcessCpu() {}

  /**
   * Returns the CPU time so far, in nanoseconds.
   *
   * @throws UnsupportedOperationException if neither the system nor the JDK tells it
   */
  public static long nanos() {
    long exact = ofThreads(TASKS);
    if (exact > 0) {
      return exact;
    }
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      return system.getProcessCpuTime();
    }
    throw new UnsupportedOperationException("this JDK does not tell the CPU time of its process");
  }

  /** Returns the sum over the threads, or 0 where it is not counted. */
  static long ofThreads(Path tasks) {
    long sum = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        sum += ofThread(thread.resolve("schedstat"));
      }
    } catch (IOException | DirectoryIteratorException e) {
      return 0;
    }
    return sum;
  }

  /** The first number is the time on a processor, in nanoseconds. */
  private static long ofThread(Path schedstat) {
    try {
      String line = Files.readString(schedstat);
      return Long.parseLong(line.substring(0, line.indexOf(' ')));
    } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException e) {
      return 0; // the thread has ended meanwhile
    }
  }
}
