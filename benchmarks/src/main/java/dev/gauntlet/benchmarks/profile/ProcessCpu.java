package dev.gauntlet.benchmarks.profile;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * CPU time of this process to the nanosecond where Linux counts it for each thread; the JDK's own
 * reading has ticks of 10 ms there. A thread that has ended takes its time with it.
 */
public final class ProcessCpu {
  private ProcessCpu() {}

  /**
   * Returns the CPU time so far, in nanoseconds.
   *
   * @throws UnsupportedOperationException if neither the system nor the JDK tells it
   */
  public static long nanos() {
    long exact = ofThreads(ThreadFiles.TASKS);
    long nanos = exact > 0 ? exact : nanosWithEndedThreads();
    if (nanos < 0) {
      throw new UnsupportedOperationException("this JDK does not tell the CPU time of its process");
    }
    return nanos;
  }

  /**
   * Returns the CPU time of all threads that there ever were as the JDK tells it, in nanoseconds
   * and ticks of the system; negative where it does not.
   */
  static long nanosWithEndedThreads() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : -1;
  }

  /** Returns the sum over the threads, or 0 where it is not counted. */
  static long ofThreads(Path tasks) {
    List<String> threads = ThreadFiles.read(tasks, "schedstat");
    return threads == null ? 0 : threads.stream().mapToLong(ProcessCpu::ofThread).sum();
  }

  /** The first number is the time on a processor, in nanoseconds. */
  private static long ofThread(String schedstat) {
    try {
      return Long.parseLong(schedstat.substring(0, schedstat.indexOf(' ')));
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      return 0; // the thread has ended meanwhile
    }
  }
}
