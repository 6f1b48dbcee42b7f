package dev.gauntlet.spi;

/** What a submission to a full queue does. */
public enum RejectionPolicy {
  /** It throws {@link java.util.concurrent.RejectedExecutionException}. */
  REJECT,
  /**
   * It waits for a free place. Shutdown releases it with {@link
   * java.util.concurrent.RejectedExecutionException}; so does an interrupt, which is then the
   * cause, with the interrupt flag set. A worker of the same executor runs the task in place
   * instead of waiting, and a submission of the executor's own thread factory is rejected (L29,
   * L32, N3).
   */
  BLOCK,
  /** The submitting thread runs the task before the submission returns. */
  CALLER_RUNS
}
