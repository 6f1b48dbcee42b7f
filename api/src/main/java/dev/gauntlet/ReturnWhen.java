package dev.gauntlet;

/** When {@link TaskFutures#await} returns. */
public enum ReturnWhen {
  /** All futures are done, in whatever way (W6). */
  ALL_COMPLETED,
  /** At least one future is done; a cancelled one counts (W4). */
  FIRST_COMPLETED,
  /**
   * At least one future is {@link TaskState#FAILED}; a cancelled one does not count. Equals {@link
   * #ALL_COMPLETED} when none fails (W5).
   */
  FIRST_EXCEPTION
}
