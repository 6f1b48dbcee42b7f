package dev.gauntlet.benchmarks.run;

/** The processes of the fork that is measured now, if one is. */
public interface RunningFork {
  /** Has its threads printed to where its output goes, and gives it a moment. */
  void dumpThreads();

  /** Ends its processes. */
  void kill();
}
