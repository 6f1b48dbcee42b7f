package dev.gauntlet.stress.run;

/** What the samples of one race over one subject come to. */
public enum Verdict {
  /** An implementation without a forbidden outcome, or a control that has shown its bug. */
  PASSED,
  /** A forbidden outcome was seen. */
  FORBIDDEN_OUTCOME,
  /** An actor threw, a fork crashed, or it did not end in time. */
  ERROR,
  /** The control did not show its bug, so the silence of the others says nothing. */
  SILENT_CONTROL,
  /** There are too few samples to say anything. */
  TOO_FEW_SAMPLES,
  /** There is no result at all. */
  NOT_RUN,
  /** It has more actors than this machine has processors, and was left out for that reason. */
  NOT_RUN_HERE
}
