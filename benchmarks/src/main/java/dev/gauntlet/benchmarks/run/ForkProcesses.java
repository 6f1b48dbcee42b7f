package dev.gauntlet.benchmarks.run;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The processes that JMH starts for a fork: the children of this JVM that were not there before.
 */
final class ForkProcesses implements RunningFork {
  private static final long DUMP_MILLIS = 1000;

  private volatile Set<Long> others = children();

  /** Notes the children that are no forks; called before a fork starts. */
  void noteOthers() {
    others = children();
  }

  private static Set<Long> children() {
    return ProcessHandle.current()
        .children()
        .map(ProcessHandle::pid)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void kill() {
    forks().forEach(ProcessHandle::destroyForcibly);
  }

  /** {@inheritDoc} JMH passes on what the fork prints. */
  @Override
  public void dumpThreads() {
    for (ProcessHandle fork : forks()) {
      try {
        new ProcessBuilder("sh", "-c", "kill -QUIT " + fork.pid()).start().waitFor();
        fork.onExit().get(DUMP_MILLIS, TimeUnit.MILLISECONDS);
      } catch (IOException | ExecutionException | TimeoutException e) {
        // without a shell there is no dump, and a fork that lives on was to be expected
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<ProcessHandle> forks() {
    Set<Long> spared = others;
    return ProcessHandle.current()
        .children()
        .filter(child -> !spared.contains(child.pid()))
        .toList();
  }
}
