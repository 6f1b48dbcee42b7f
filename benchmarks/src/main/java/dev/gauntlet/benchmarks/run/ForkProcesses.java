package dev.gauntlet.benchmarks.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The processes that JMH starts for a fork: the children of this JVM that were not there before.
 */
final class ForkProcesses {
  private final Set<Long> others = ConcurrentHashMap.newKeySet();

  /** Notes the children that are no forks; called before a fork starts. */
  void noteOthers() {
    others.clear();
    ProcessHandle.current().children().map(ProcessHandle::pid).forEach(others::add);
  }

  /** Ends the processes of the fork that runs, if one does. */
  void kill() {
    ProcessHandle.current()
        .children()
        .filter(child -> !others.contains(child.pid()))
        .forEach(ProcessHandle::destroyForcibly);
  }
}
