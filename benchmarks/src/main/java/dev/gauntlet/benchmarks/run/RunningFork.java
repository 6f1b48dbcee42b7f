package dev.gauntlet.benchmarks.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes of the fork that is measured now, if one is. */
public interface RunningFork {
  /** How long a process is given to print its threads, in milliseconds. */
  long DUMP_MILLIS = 1000;

  /** Returns them, in the order in which they are to end; none when no fork runs. */
  List<ProcessHandle> processes();

  /**
   * Has its threads printed to where its output goes, and gives it a moment. JMH passes on what its
   * fork prints.
   */
  default void dumpThreads() {
    for (ProcessHandle process : processes()) {
      try {
        new ProcessBuilder("sh", "-c", "kill -QUIT " + process.pid()).start().waitFor();
        process.onExit().get(DUMP_MILLIS, TimeUnit.MILLISECONDS);
      } catch (IOException | ExecutionException | TimeoutException e) {
        // without a shell there is no dump, and a process that lives on was to be expected
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends its processes. */
  default void kill() {
    processes().forEach(ProcessHandle::destroyForcibly);
  }
}
