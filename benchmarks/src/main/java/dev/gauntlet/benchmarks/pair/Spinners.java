package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keeps idle processors awake: one process for each that spins whenever nothing else wants to run.
 * They end with this JVM, even when it is killed.
 */
final class Spinners implements AutoCloseable {
  private static final String SPIN =
      "while kill -0 $0 2>/dev/null; do i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; done";
  private static final long TRIAL_MILLIS = 200;

  private final List<Process> processes = new ArrayList<>();

  private Spinners() {}

  /** Returns none. */
  static Spinners none() {
    return new Spinners();
  }

  /**
   * Starts one for each processor.
   *
   * @throws BenchUnavailableException if the system does not let it be
   */
  static Spinners start() {
    Spinners spinners = new Spinners();
    try {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        spinners.processes.add(spinner());
      }
      spinners.check();
      return spinners;
    } catch (IOException e) {
      spinners.close();
      throw unavailable(String.valueOf(e.getMessage()));
    }
  }

  private static Process spinner() throws IOException {
    return new ProcessBuilder(
            "chrt", "-i", "0", "sh", "-c", SPIN, String.valueOf(ProcessHandle.current().pid()))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** A chrt that may not do this says so by ending. */
  private void check() {
    try {
      if (processes.getFirst().waitFor(TRIAL_MILLIS, TimeUnit.MILLISECONDS)) {
        close();
        throw unavailable("chrt -i 0 ended with " + processes.getFirst().exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static BenchUnavailableException unavailable(String reason) {
    return new BenchUnavailableException(
        "--awake needs chrt (util-linux) and SCHED_IDLE, which this system does not give: "
            + reason);
  }

  /** Returns their ids. */
  List<Long> ids() {
    return processes.stream().map(Process::pid).toList();
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
