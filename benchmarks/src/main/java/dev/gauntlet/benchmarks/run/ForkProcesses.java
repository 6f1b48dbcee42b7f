package dev.gauntlet.benchmarks.run;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processes that JMH starts for a fork: the children of this JVM that were not there before.
 */
final class ForkProcesses implements RunningFork {
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
  public List<ProcessHandle> processes() {
    Set<Long> spared = others;
    return ProcessHandle.current()
        .children()
        .filter(child -> !spared.contains(child.pid()))
        .toList();
  }
}
