package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.statistics.Binomial;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * Gates on resampled reality: real residuals of pairs of the same code get random signs, which is
 * what the coin that orders the arms does to them, and a known change is added. The rule that
 * judges them is the gate's own.
 */
final class Plasmode {
  private static final double POWER = 0.8;
  private static final double GREATEST = Math.log(10);
  private static final double RESOLUTION = 1e-3;

  private final double[] residuals;
  private final Rule rule;
  private final int repetitions;
  private final long seed;

  /**
   * @param residuals log ratios of pairs of the same code, at least one when anything is asked
   * @param repetitions gates per question
   */
  Plasmode(double[] residuals, Rule rule, int repetitions, long seed) {
    this.residuals = residuals;
    this.rule = rule;
    this.repetitions = repetitions;
    this.seed = seed;
  }

  /** What the gate makes of a change, a fraction. */
  PowerPoint at(double effect) {
    return at(effect, rule);
  }

  private PowerPoint at(double effect, Rule judge) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    int convicted = 0;
    int acquitted = 0;
    for (int i = 0; i < repetitions; i++) {
      Verdict verdict = gate(random, Math.log1p(effect), judge);
      convicted += verdict == Verdict.REGRESSED ? 1 : 0;
      acquitted += verdict.compareTo(Verdict.SLOWER_WITHIN_MARGIN) <= 0 ? 1 : 0;
    }
    return new PowerPoint(
        effect, Binomial.of(convicted, repetitions), Binomial.of(acquitted, repetitions));
  }

  private Verdict gate(UniformRandomProvider random, double change, Rule judge) {
    double[] pairs = new double[judge.last()];
    for (int i = 0; i < pairs.length; i++) {
      double residual = residuals[random.nextInt(residuals.length)];
      pairs[i] = (random.nextBoolean() ? residual : -residual) + change;
    }
    for (int look : judge.worse().looks()) {
      Verdict verdict = judge.verdict(pairs, look);
      if (verdict != Verdict.UNDECIDED) {
        return verdict;
      }
    }
    return Verdict.UNDECIDED;
  }

  /**
   * The least slow-down that is found with a probability of 80 %, to a tenth of a per cent; null
   * when even a tenfold time is not. One beyond the margin is judged with itself as the margin, so
   * what comes out is a margin that can be seen. Every effect meets the same random numbers, so the
   * power grows with the effect.
   */
  @Nullable Double visible() {
    double blind = 0;
    double seen = rule.margin();
    if (!isSeen(seen)) {
      blind = seen;
      seen = GREATEST;
    }
    if (!isSeen(seen)) {
      return null;
    }
    while (seen - blind > RESOLUTION) {
      double middle = (blind + seen) / 2;
      if (isSeen(middle)) {
        seen = middle;
      } else {
        blind = middle;
      }
    }
    return Math.expm1(seen);
  }

  private boolean isSeen(double change) {
    Rule judge = change > rule.margin() ? rule.withMargin(change) : rule;
    return at(Math.expm1(change), judge).convicted().rate() >= POWER;
  }
}
