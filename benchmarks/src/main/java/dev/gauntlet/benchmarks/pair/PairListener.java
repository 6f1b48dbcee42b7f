package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateFailure;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateLog;
import java.time.Duration;

/** Is told how a run goes on. Nothing is called while an iteration is measured. */
public interface PairListener {
  /** A listener that does nothing. */
  PairListener NONE = new PairListener() {};

  /**
   * A round begins, in which every open row gets a pair; also called when the last one has ended.
   *
   * @param log what is recorded so far, without JMH's own objects
   * @param openRows rows that get a pair in this round; 0 at the end
   * @param remaining what the rest takes at most, or the time that is left when that is less
   */
  default void roundStarted(GateLog log, int openRows, Duration remaining) {}

  /** The run waits for the machine to be quiet. */
  default void waiting(int row) {}

  /** An iteration of a fork begins. */
  default void iterationStarted(Slot slot, boolean warmup, int number) {}

  /** A fork is recorded. */
  default void forkFinished(GateFork fork) {}

  /** A fork gave no result, which is recorded. */
  default void forkFailed(GateFailure failure) {}

  /** The run has ended. */
  default void ended(GateEnd end) {}
}
