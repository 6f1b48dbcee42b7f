package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.RunningFork;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The process of the fork that is measured now, with JMH's own fork below it. */
final class ForkTree implements RunningFork {
  private static final long DUMP_MILLIS = 1000;

  private volatile @Nullable Process root;

  /** Notes the process that was started. */
  void started(Process process) {
    root = process;
  }

  /** Notes that it has ended. */
  void ended() {
    root = null;
  }

  /** {@inheritDoc} JMH passes on what its fork prints. */
  @Override
  public void dumpThreads() {
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

  @Override
  public void kill() {
    processes().forEach(ProcessHandle::destroyForcibly);
  }

  /** The children first: those of a process that is gone are no longer found. */
  private List<ProcessHandle> processes() {
    Process process = root;
    return process == null
        ? List.of()
        : Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }
}
