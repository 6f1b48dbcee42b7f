package dev.gauntlet.soak;

import java.util.List;

/**
 * A soak, as far as it came.
 *
 * @param seed the seed; with it the same operations are chosen again
 * @param firstEpoch the number of the first epoch
 * @param complete whether all subjects had their time
 * @param subjects one for each subject that was begun
 */
public record SoakReport(
    long seed, long firstEpoch, boolean complete, List<SubjectReport> subjects) {

  /** Copies the list. */
  public SoakReport {
    subjects = List.copyOf(subjects);
  }

  /** Returns whether something was run and nothing was wrong. */
  public boolean isPassed() {
    return !subjects.isEmpty()
        && subjects.stream().allMatch(subject -> subject.verdict() == SubjectReport.Verdict.OK);
  }
}
