package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.RunningFork;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The process of the fork that is measured now, with JMH's own fork below it. */
final class ForkTree implements RunningFork {
  private volatile @Nullable Process root;

  /** Notes the process that was started. */
  void started(Process process) {
    root = process;
  }

  /** Notes that it has ended. */
  void ended() {
    root = null;
  }

  /** {@inheritDoc} The children come first: those of a process that is gone are not found. */
  @Override
  public List<ProcessHandle> processes() {
    Process process = root;
    return process == null
        ? List.of()
        : Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }
}
