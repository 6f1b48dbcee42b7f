package dev.gauntlet.stress.run;

/** Is told how far a run is. Called on the thread that runs. */
@FunctionalInterface
public interface StressListener {

  /**
   * Called when more forks have ended.
   *
   * @param done the forks that have ended
   * @param planned all forks of the run
   * @param failed those of them that failed
   */
  void progressed(int done, int planned, int failed);
}
