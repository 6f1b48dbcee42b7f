package dev.gauntlet.stress.run;

import java.util.List;

/**
 * One race over one subject, as jcstress knows it.
 *
 * @param name the name of the test class, with dots
 * @param race the race, such as {@code CompleteVsCancelRace}
 * @param subject the name of the implementation, or of the control
 * @param control whether the subject is weakened and has to show its bug
 * @param actors how many threads race; each needs a processor
 * @param rules the ids of the rules that the race checks
 */
public record RaceTest(
    String name, String race, String subject, boolean control, int actors, List<String> rules) {

  /** Copies the list. */
  public RaceTest {
    rules = List.copyOf(rules);
  }

  /** Returns whether jcstress can run it on so many processors. */
  boolean fits(int processors) {
    return actors <= processors;
  }
}
