package dev.gauntlet.stress.run;

import java.util.List;

/**
 * What jcstress has seen of one test in all its forks.
 *
 * @param name the name of the test
 * @param jvms how many samples each JVM has left that left a result
 * @param errors one line for each fork that ended with an error
 * @param outcomes the outcomes with their counts; those that were not seen included
 */
record Sampling(String name, List<Long> jvms, List<String> errors, List<OutcomeCount> outcomes) {

  Sampling {
    jvms = List.copyOf(jvms);
    errors = List.copyOf(errors);
    outcomes = List.copyOf(outcomes);
  }

  long samples() {
    return outcomes.stream().mapToLong(OutcomeCount::count).sum();
  }

  /** Returns how many samples there are of the JVM with the fewest. */
  long fewest() {
    return jvms.stream().mapToLong(Long::longValue).min().orElse(0);
  }

  boolean saw(Expectation expectation) {
    return outcomes.stream()
        .anyMatch(outcome -> outcome.expectation() == expectation && outcome.count() > 0);
  }
}
