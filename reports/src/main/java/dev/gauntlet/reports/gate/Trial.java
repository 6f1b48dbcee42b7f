package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.GateSettings.Score;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of one row, stage and score, followed in their order up to where the row stops.
 *
 * <p>A row stops at a look that decides, at its last pair, after {@value #FAILURES} failed pairs,
 * or when more than the allowed share of at least {@code patience} pairs was dropped. Pairs after
 * that were measured for another score of the same row, and are not looked at.
 */
abstract class Trial {
  /** Failed pairs after which a row is given up. */
  static final int FAILURES = 3;

  private final GateHeader header;
  private final int row;
  private final Score score;
  private final int wanted;
  private final int patience;
  private final boolean followsToTheEnd;
  private final Disturbance disturbance;
  private final List<Double> ratios = new ArrayList<>();
  private int dropped;
  private int failed;

  Trial(GateHeader header, int row, Score score, int wanted, int patience) {
    this.header = header;
    this.row = row;
    this.score = score;
    this.wanted = wanted;
    this.patience = patience;
    this.followsToTheEnd = header.purpose() == GateHeader.Purpose.CALIBRATE;
    this.disturbance = new Disturbance(header.settings());
  }

  /** Sees the kept pairs so far; called once after each. */
  abstract void look(double[] kept);

  /** Whether the last look decided. */
  abstract boolean hasDecided();

  final void follow(List<Pair> pairs) {
    for (Pair pair : pairs) {
      if (isClosed()) {
        return;
      }
      follow(pair);
    }
  }

  private void follow(Pair pair) {
    if (pair.isFailed()) {
      failed++;
    } else if (pair.isComplete() && disturbance.isDisturbed(pair)) {
      dropped++;
    } else if (pair.isComplete()) {
      ratios.add(ForkScore.logRatio(pair, header.rows().get(row).mode(), score));
      look(kept());
    }
  }

  /**
   * What is shown of this score.
   *
   * @param look what the numbers are made of; null when no look has seen enough pairs
   * @param pairsNeeded about how many pairs decide; null when decided or not known
   */
  final RowState state(
      Verdict verdict,
      boolean isDecided,
      Stage stage,
      boolean suspect,
      Rule.@Nullable Look look,
      @Nullable Integer pairsNeeded) {
    Estimates estimates = Estimates.of(look, kept());
    return new RowState(
        row,
        score,
        verdict,
        isDecided,
        stage,
        suspect,
        ratios.size(),
        dropped,
        failed,
        estimates.pairs(),
        estimates.estimate(),
        estimates.lower(),
        estimates.upper(),
        pairsNeeded);
  }

  final double[] kept() {
    return ratios.stream().mapToDouble(Double::doubleValue).toArray();
  }

  final int row() {
    return row;
  }

  final Score score() {
    return score;
  }

  final int keptPairs() {
    return ratios.size();
  }

  final int dropped() {
    return dropped;
  }

  final boolean isComplete() {
    return ratios.size() >= wanted;
  }

  /** Whether the share of dropped pairs is more than the cap. */
  final boolean isUnfit() {
    return dropped > header.settings().dropCap() * (dropped + ratios.size());
  }

  /** Whether no further pair of this stage is of use to this score. */
  final boolean isClosed() {
    return isComplete()
        || (hasDecided() && !followsToTheEnd)
        || failed >= FAILURES
        || (isUnfit() && dropped + ratios.size() >= patience);
  }
}
