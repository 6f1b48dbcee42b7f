package dev.gauntlet.benchmarks.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessCpuTest {
  @TempDir Path tasks;

  private void thread(String id, String schedstat) throws IOException {
    Files.createDirectory(tasks.resolve(id));
    Files.writeString(tasks.resolve(id).resolve("schedstat"), schedstat);
  }

  @Test
  void addsUpWhatTheThreadsRan() throws IOException {
    thread("1", "1500 70 3\n");
    thread("2", "40000000000 9 12\n");
    assertEquals(40_000_001_500L, ProcessCpu.ofThreads(tasks));
  }

  @Test
  void aThreadThatHasEndedCountsNothing() throws IOException {
    thread("1", "1500 70 3\n");
    Files.createDirectory(tasks.resolve("2"));
    assertEquals(1500, ProcessCpu.ofThreads(tasks));
  }

  @Test
  void whereNothingIsCountedTheSumIsNought() {
    assertEquals(0, ProcessCpu.ofThreads(tasks.resolve("absent")));
  }

  /** The JDK's clock of this thread says how much at least was used. */
  @Test
  void whatThisThreadUsesIsInIt() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = ProcessCpu.nanos();
    long start = threads.getCurrentThreadCpuTime();
    long used = 0;
    while (used < TimeUnit.MILLISECONDS.toNanos(100)) {
      used = threads.getCurrentThreadCpuTime() - start;
    }
    long seen = ProcessCpu.nanos() - before;
    long tick = TimeUnit.MILLISECONDS.toNanos(10);
    assertTrue(seen >= used - tick, seen + " ns of " + used);
  }
}
