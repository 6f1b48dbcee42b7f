package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateFailure;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateState;
import java.time.Duration;

/** Is told how a run goes on. Nothing is called while an iteration is measured. */
public interface PairListener {
  /** A listener that does nothing. */
  PairListener NONE = new PairListener() {};

  /**
   * A round begins, in which every open row gets a pair; also called when the last one has ended.
   *
   * @param log what is recorded so far, without JMH's own objects
   * @param state what it says; its needs are the pairs of this round, none at the end
   * @param remaining what the rest takes at most, or the time that is left when that is less
   */
  default void roundStarted(GateLog log, GateState state, Duration remaining) {}

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
