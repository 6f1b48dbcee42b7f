package dev.gauntlet.benchmarks.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gauntlet.reports.gate.Contention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up /proc: process 10 started 20, and 30 is a spinner. */
class ContentionWatchTest {
  private static final String STAT = "%d (a (b) c) S 1 1 1 0 -1 4194560 1 2 3 4 %d 0 0 0 20 0\n";

  @TempDir private Path root;

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void machine(int busy, int idle, int steal) throws IOException {
    write("proc/stat", "cpu  " + busy + " 0 0 " + idle + " 0 0 0 " + steal + " 7 7\n");
  }

  private void process(long id, int ticks, String children) throws IOException {
    write("proc/" + id + "/stat", STAT.formatted(id, ticks));
    write("proc/" + id + "/task/" + id + "/children", children);
  }

  private void thread(long process, long thread, long delayNanos, int switches) throws IOException {
    String task = "proc/" + process + "/task/" + thread;
    write(task + "/schedstat", "99 " + delayNanos + " 3\n");
    write(task + "/status", "Name: x\nnonvoluntary_ctxt_switches:\t" + switches + "\n");
  }

  private ContentionWatch watch() {
    return new ContentionWatch(new SystemFiles(root), 10, () -> List.of(30L));
  }

  @Test
  void theTreeAndItsFriendsAreNotForeign() throws IOException {
    machine(1000, 1000, 0);
    process(10, 100, "20 ");
    process(20, 200, "");
    process(30, 300, "");
    thread(20, 21, 5_000_000, 7);
    write("proc/self/cgroup", "0::/x\n");
    write("sys/fs/cgroup/x/cpu.stat", "nr_throttled 3\nthrottled_usec 500\n");
    ContentionWatch watch = watch();
    ContentionWatch.Sample before = watch.sample();
    machine(1180, 1010, 10);
    process(10, 110, "20 ");
    process(20, 260, "");
    process(30, 350, "");
    thread(20, 21, 7_000_000, 10);
    thread(20, 22, 1_500_000, 2);
    write("sys/fs/cgroup/x/cpu.stat", "nr_throttled 4\nthrottled_usec 1700\n");
    assertEquals(
        new Contention(30.0, 5.0, 1200L, 3500L, 5L),
        watch.sample().since(before),
        "of 200 ticks 180 are busy: 10 of the root, 60 of its child, 50 of a friend, 60 foreign");
  }

  @Test
  void versionOneOfControlGroupsCountsNanoseconds() throws IOException {
    write("sys/fs/cgroup/cpu/cpu.stat", "throttled_time 1000000\n");
    ContentionWatch.Sample before = watch().sample();
    write("sys/fs/cgroup/cpu/cpu.stat", "throttled_time 3000000\n");
    assertEquals(2000L, watch().sample().since(before).throttledMicros());
  }

  @Test
  void withoutTheFilesOfLinuxNothingIsKnown() {
    assertEquals(
        new Contention(null, null, null, null, null), watch().sample().since(watch().sample()));
  }
}
