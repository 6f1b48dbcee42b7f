package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.GateFork;

/** Measures forks. */
interface ForkRunner {
  /**
   * Measures one fork and waits for its end.
   *
   * @param listener is told of its iterations
   * @throws PairForkException if it gives no result
   */
  GateFork run(Slot slot, IterationWatch.Listener listener) throws PairForkException;

  /** Called when both forks of a pair are done. */
  void pairEnded(Slot slot);
}
