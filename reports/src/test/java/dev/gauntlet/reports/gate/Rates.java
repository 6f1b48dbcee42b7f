package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How often what came out.
 *
 * @param runs number of runs
 * @param convicted runs in which any row was REGRESSED
 * @param rows number of rows in all runs
 * @param acquitted rows that were judged to be within the margin
 * @param regressed rows that were REGRESSED
 * @param pairs mean number of pairs that a row took
 */
record Rates(int runs, int convicted, int rows, int acquitted, int regressed, double pairs) {
  private static final Set<Verdict> WITHIN =
      EnumSet.of(Verdict.PASS, Verdict.IMPROVED, Verdict.SLOWER_WITHIN_MARGIN);

  static Rates of(List<GateState> states) {
    List<RowState> rows = states.stream().flatMap(state -> state.rows().stream()).toList();
    return new Rates(
        states.size(),
        (int)
            states.stream()
                .filter(state ->
                    state.rows().stream().anyMatch(row -> row.verdict() == Verdict.REGRESSED))
                .count(),
        rows.size(),
        (int) rows.stream().filter(row -> WITHIN.contains(row.verdict())).count(),
        (int) rows.stream().filter(row -> row.verdict() == Verdict.REGRESSED).count(),
        rows.stream().mapToInt(RowState::look).average().orElse(0));
  }

  double convictedRate() {
    return (double) convicted / runs;
  }

  double acquittedRate() {
    return (double) acquitted / rows;
  }

  double regressedRate() {
    return (double) regressed / rows;
  }

  /** Whether a rate is no more than a nominal one, up to three standard errors. */
  static boolean isWithin(double rate, double nominal, int trials) {
    return rate <= nominal + 3 * Math.sqrt(nominal * (1 - nominal) / trials);
  }

  /** The family-wise error rate is kept. */
  boolean keepsAlpha(double alpha) {
    return isWithin(convictedRate(), alpha, runs);
  }

  /** The rate of false acquittals is kept. */
  boolean keepsBeta(double beta) {
    return isWithin(acquittedRate(), beta, rows);
  }

  void assertDetects(double power) {
    double error = Math.sqrt(power * (1 - power) / rows);
    assertTrue(regressedRate() >= power - 3 * error, this + " detects less than " + power);
  }
}
