package dev.gauntlet.stress.run;

import java.util.List;

/**
 * A race over a subject, judged.
 *
 * @param race the race
 * @param subject the implementation, or the control
 * @param control whether the subject is a control
 * @param rules the ids of the rules that the race checks
 * @param verdict what the samples come to
 * @param samples how many there are
 * @param outcomes the outcomes, those that were not seen included
 * @param errors what went wrong in a fork, or why it was not run here, one line each
 */
public record RaceResult(
    String race,
    String subject,
    boolean control,
    List<String> rules,
    Verdict verdict,
    long samples,
    List<OutcomeCount> outcomes,
    List<String> errors) {

  /** Copies the lists. */
  public RaceResult {
    rules = List.copyOf(rules);
    outcomes = List.copyOf(outcomes);
    errors = List.copyOf(errors);
  }

  /** Returns whether this machine has too few processors for the race: it was left out. */
  public boolean isLeftOut() {
    return verdict == Verdict.NOT_RUN_HERE;
  }

  /** Returns whether this race holds. */
  public boolean isPassed() {
    return verdict == Verdict.PASSED;
  }
}
