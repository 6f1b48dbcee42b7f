package dev.gauntlet.benchmarks.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gauntlet.reports.record.ForkEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkWatchTest {
  private static final String SELF =
      "17 (a (b) c) S 1 17 17 0 -1 4194560 1 2 3 4 %d %d %d %d 20 0\n";

  @TempDir Path root;

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** User, nice, system, idle, iowait, irq, softirq, steal, guest, guest nice. */
  private void ticks(int user, int idle, int steal, int own) throws IOException {
    write("proc/stat", "cpu  " + user + " 0 0 " + idle + " 0 0 0 " + steal + " 5 5\ncpu0 1 1\n");
    write("proc/self/stat", SELF.formatted(own, 0, 0, 0));
  }

  @Test
  void sharesAreOfTheTimeInBetween() throws IOException {
    ticks(1000, 5000, 10, 400);
    write("proc/loadavg", "0.50 0.40 0.30 1/99 123\n");
    ForkWatch watch = new ForkWatch(new SystemFiles(root));
    ticks(1090, 5100, 20, 450);
    write("proc/loadavg", "1.25 0.40 0.30 1/99 123\n");
    ForkEnvironment seen = watch.stop();
    assertEquals(5.0, seen.stealPercent(), 1e-9, "10 of 200 ticks");
    assertEquals(20.0, seen.foreignCpuPercent(), 1e-9, "90 busy ticks, 50 of them own");
    assertEquals(1.25, seen.loadAverage());
    assertNull(seen.throttled(), "there is no control group");
  }

  @Test
  void timesOfEndedChildrenAreOwn() throws IOException {
    ticks(0, 0, 0, 0);
    ForkWatch watch = new ForkWatch(new SystemFiles(root));
    ticks(100, 100, 0, 0);
    write("proc/self/stat", SELF.formatted(10, 20, 30, 40));
    assertEquals(0.0, watch.stop().foreignCpuPercent(), 1e-9);
  }

  @Test
  void throttlingIsAnIncreaseOfTheGroupsCounter() throws IOException {
    write("proc/self/cgroup", "0::/user.slice/run\n");
    write("sys/fs/cgroup/user.slice/run/cpu.stat", "usage_usec 1\nnr_throttled 3\n");
    ForkWatch quiet = new ForkWatch(new SystemFiles(root));
    assertEquals(false, quiet.stop().throttled());
    ForkWatch throttled = new ForkWatch(new SystemFiles(root));
    write("sys/fs/cgroup/user.slice/run/cpu.stat", "usage_usec 1\nnr_throttled 4\n");
    assertEquals(true, throttled.stop().throttled());
  }

  @Test
  void withoutTheFilesOfLinuxNothingIsKnown() {
    assertEquals(ForkEnvironment.UNKNOWN, new ForkWatch(new SystemFiles(root)).stop());
  }

  @Test
  void whatIsNoNumberIsNotKnown() throws IOException {
    write("proc/stat", "cpu  x y\n");
    write("proc/self/stat", "garbage\n");
    write("proc/loadavg", "busy\n");
    assertEquals(ForkEnvironment.UNKNOWN, new ForkWatch(new SystemFiles(root)).stop());
  }
}
