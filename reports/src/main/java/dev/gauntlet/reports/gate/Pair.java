package dev.gauntlet.reports.gate;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one pair. A later line about the same arm supersedes an earlier one.
 *
 * @param number number within the row and stage
 * @param base the base's fork; null when there is none
 * @param candidate the candidate's fork; null when there is none
 * @param baseFailed whether the base's fork gave no usable result
 * @param candidateFailed whether the candidate's fork gave no usable result
 */
record Pair(
    int number,
    @Nullable GateFork base,
    @Nullable GateFork candidate,
    boolean baseFailed,
    boolean candidateFailed) {

  boolean isFailed() {
    return baseFailed || candidateFailed;
  }

  /** Whether one arm is still to be measured. */
  boolean isHalf() {
    return !isFailed() && (base == null || candidate == null);
  }

  boolean isComplete() {
    return !isFailed() && base != null && candidate != null;
  }

  Pair with(GateFork fork) {
    boolean usable = ForkScore.isUsable(fork);
    return fork.arm() == Arm.BASE
        ? new Pair(number, fork, candidate, !usable, candidateFailed)
        : new Pair(number, base, fork, baseFailed, !usable);
  }

  Pair withFailure(Arm arm) {
    return arm == Arm.BASE
        ? new Pair(number, null, candidate, true, candidateFailed)
        : new Pair(number, base, null, baseFailed, true);
  }
}
