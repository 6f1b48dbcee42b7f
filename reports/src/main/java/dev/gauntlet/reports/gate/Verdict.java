package dev.gauntlet.reports.gate;

/** What a row's pairs say about the candidate, from best to worst. */
public enum Verdict {
  /** Proved to be faster by more than the tolerance. */
  IMPROVED,
  /** Proved not to be slower by the margin. */
  PASS,
  /** Proved to be slower by more than the tolerance, and by less than the margin. */
  SLOWER_WITHIN_MARGIN,
  /** The pairs allow both no slow-down and one of the margin. */
  UNDECIDED,
  /** Fewer pairs than the first look needs. */
  INCOMPLETE,
  /** Too many pairs had to be dropped because the machine did other things. */
  ENV_UNFIT,
  /** Proved to be slower by more than the tolerance, and not proved to be within the margin. */
  REGRESSED,
  /** The candidate's forks failed and the base's did not: no question of performance. */
  FAILED;

  /** The worse of two verdicts. */
  public Verdict worse(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
