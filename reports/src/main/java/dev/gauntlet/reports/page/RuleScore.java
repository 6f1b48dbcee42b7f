package dev.gauntlet.reports.page;

import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.ConformanceMatrix.Outcome;
import dev.gauntlet.reports.record.ConformanceMatrix.Result;
import java.util.List;
import java.util.Optional;

/**
 * How many of the rules asked of a subject it keeps; a replaced rule was not asked.
 *
 * @param kept rules kept
 * @param asked rules asked
 */
record RuleScore(long kept, long asked) {

  /** The score of a subject; empty when no rule was asked of it. */
  static Optional<RuleScore> of(ConformanceMatrix matrix, String subject) {
    List<Result> asked =
        matrix.results().stream()
            .filter(result -> result.subject().equals(subject))
            .filter(result -> result.outcome() != Outcome.REPLACED)
            .toList();
    long kept = asked.stream().filter(result -> result.outcome() == Outcome.KEPT).count();
    return asked.isEmpty() ? Optional.empty() : Optional.of(new RuleScore(kept, asked.size()));
  }

  boolean isComplete() {
    return kept == asked;
  }

  @Override
  public String toString() {
    return kept + "/" + asked;
  }
}
