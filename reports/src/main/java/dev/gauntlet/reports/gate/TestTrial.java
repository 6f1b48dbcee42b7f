package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.GateSettings.Score;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.jspecify.annotations.Nullable;

/** The group-sequential test of one row and score. */
final class TestTrial extends Trial {
  private final Rule rule;
  private final boolean suspect;
  private Rule.@Nullable Look latest;
  private boolean decided;

  TestTrial(GateHeader header, int row, Score score, Rule rule, boolean suspect) {
    super(header, row, score, rule.last(), 2 * rule.first());
    this.rule = rule;
    this.suspect = suspect;
  }

  @Override
  void look(double[] kept) {
    if (!decided && rule.looksAt(kept.length)) {
      latest = rule.look(kept);
      decided = rule.verdict(latest) != Verdict.UNDECIDED;
    }
  }

  @Override
  boolean hasDecided() {
    return decided;
  }

  RowState state(boolean candidateIsBroken) {
    Rule.Look seen = latest;
    return state(
        candidateIsBroken ? Verdict.FAILED : verdict(seen),
        isClosed() || decided,
        Stage.TEST,
        suspect,
        seen,
        needed(seen));
  }

  private Verdict verdict(Rule.@Nullable Look seen) {
    if (seen != null && decided) {
      return rule.verdict(seen);
    }
    if (isUnfit() && keptPairs() + dropped() >= rule.first()) {
      return Verdict.ENV_UNFIT;
    }
    return seen == null ? Verdict.INCOMPLETE : Verdict.UNDECIDED;
  }

  private @Nullable Integer needed(Rule.@Nullable Look seen) {
    return seen == null || decided
        ? null
        : rule.pairsNeeded(seen.estimate(), StandardDeviation.of(kept()).getAsDouble());
  }
}
