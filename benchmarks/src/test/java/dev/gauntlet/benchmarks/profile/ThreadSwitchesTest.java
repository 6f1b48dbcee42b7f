package dev.gauntlet.benchmarks.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadSwitchesTest {
  @TempDir Path tasks;

  private void thread(String id, String status) throws IOException {
    Files.createDirectory(tasks.resolve(id));
    Files.writeString(tasks.resolve(id).resolve("status"), status);
  }

  @Test
  void addsUpTheThreads() throws IOException {
    thread("1", "Name:\tjava\nvoluntary_ctxt_switches:\t7\nnonvoluntary_ctxt_switches:\t2\n");
    thread("2", "voluntary_ctxt_switches:\t30\nnonvoluntary_ctxt_switches:\t0\n");
    assertEquals(new ThreadSwitches.Count(37, 2), new ThreadSwitches(tasks).count());
  }

  @Test
  void aThreadThatHasEndedCountsNothing() throws IOException {
    thread("1", "voluntary_ctxt_switches:\t7\nnonvoluntary_ctxt_switches:\t2\n");
    Files.createDirectory(tasks.resolve("2"));
    assertEquals(new ThreadSwitches.Count(7, 2), new ThreadSwitches(tasks).count());
  }

  @Test
  void whereThereIsNoSuchFolderTheCountIsUnknown() {
    assertFalse(new ThreadSwitches(tasks.resolve("absent")).count().isKnown());
  }
}
