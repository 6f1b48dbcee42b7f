package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.GateSettings.Score;
import dev.gauntlet.reports.statistics.Boundaries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The screen of one row and score. It can acquit, with its own share of beta, and make a suspect;
 * it never convicts.
 */
final class ScreenTrial extends Trial {
  /** Probability that a row at the tolerance is a suspect, at most. */
  private static final double SUSPICION = 0.22;

  /**
   * The screen's share of beta. Six pairs can only spend 64ths: half of 5 % would be one of them,
   * and this is three. Suspects are few, and have the pairs to pass with what is left.
   */
  static final double ACQUITTAL = 0.94;

  private final Rule rule;
  private Rule.@Nullable Look latest;
  private boolean suspect;

  ScreenTrial(GateHeader header, int row, Score score) {
    super(header, row, score, header.settings().screenPairs(), 2 * header.settings().screenPairs());
    GateSettings settings = header.settings();
    List<Integer> look = List.of(settings.screenPairs());
    this.rule =
        new Rule(
            Math.log1p(settings.tolerance()),
            Math.log1p(settings.margin()),
            Boundaries.of(SUSPICION, look, false),
            Boundaries.of(ACQUITTAL * settings.beta(), look, false));
  }

  @Override
  void look(double[] kept) {
    if (rule.looksAt(kept.length)) {
      Rule.Look look = rule.look(kept);
      suspect = look.lower() > rule.tolerance();
      latest = new Rule.Look(look.pairs(), look.estimate(), Double.NEGATIVE_INFINITY, look.upper());
    }
  }

  @Override
  boolean hasDecided() {
    return isComplete();
  }

  boolean isSuspect() {
    return suspect;
  }

  /** The final state unless the row is a suspect. */
  RowState state(boolean candidateIsBroken) {
    return state(
        candidateIsBroken ? Verdict.FAILED : verdict(),
        isClosed(),
        Stage.SCREEN,
        /* suspect= */ false,
        latest,
        /* pairsNeeded= */ null);
  }

  private Verdict verdict() {
    if (latest != null) {
      return rule.verdict(latest);
    }
    return isUnfit() && isClosed() ? Verdict.ENV_UNFIT : Verdict.INCOMPLETE;
  }
}
