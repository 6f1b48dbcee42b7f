package dev.gauntlet.stress.run;

import java.util.List;

/**
 * All races of a run, judged.
 *
 * @param mode the mode
 * @param seconds how long the run took
 * @param results one for each race over each subject that was asked for, in the order of their
 *     names
 */
public record StressReport(StressMode mode, long seconds, List<RaceResult> results) {

  /** Copies the list. */
  public StressReport {
    results = List.copyOf(results);
  }

  /** Returns whether something was run and everything that was run holds. */
  public boolean isPassed() {
    return results.stream().anyMatch(RaceResult::isPassed) && failures().isEmpty();
  }

  /** Returns what does not hold. */
  public List<RaceResult> failures() {
    return results.stream().filter(result -> !result.isPassed() && !result.isLeftOut()).toList();
  }

  /** Returns what this machine has too few processors for. */
  public List<RaceResult> leftOut() {
    return results.stream().filter(RaceResult::isLeftOut).toList();
  }
}
