package dev.gauntlet.stress.run;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges the samples of a run. What was asked for and is not there fails, unless there are too few
 * processors for it: that is said instead.
 */
final class Gate {
  private final long leastSamples;
  private final int processors;

  Gate(long leastSamples, int processors) {
    this.leastSamples = leastSamples;
    this.processors = processors;
  }

  List<RaceResult> judge(List<RaceTest> expected, List<Sampling> samplings) {
    Map<String, Sampling> byName =
        samplings.stream().collect(Collectors.toMap(Sampling::name, Function.identity()));
    return expected.stream().map(test -> judge(test, byName.get(test.name()))).toList();
  }

  private RaceResult judge(RaceTest test, @Nullable Sampling sampling) {
    Sampling seen = sampling == null ? nothingOf(test) : sampling;
    return new RaceResult(
        test.race(),
        test.subject(),
        test.control(),
        test.rules(),
        verdict(test, seen),
        seen.samples(),
        seen.outcomes(),
        seen.errors());
  }

  private Sampling nothingOf(RaceTest test) {
    List<String> reason =
        test.fits(processors)
            ? List.of()
            : List.of("needs %d processors, and %d are there".formatted(test.actors(), processors));
    return new Sampling(test.name(), List.of(), reason, List.of());
  }

  private Verdict verdict(RaceTest test, Sampling seen) {
    if (!test.fits(processors) && seen.samples() == 0) {
      return Verdict.NOT_RUN_HERE;
    }
    if (seen.saw(Expectation.FORBIDDEN)) {
      return Verdict.FORBIDDEN_OUTCOME;
    }
    if (!seen.errors().isEmpty()) {
      return Verdict.ERROR;
    }
    if (seen.samples() == 0) {
      return Verdict.NOT_RUN;
    }
    if (test.control()) {
      return seen.saw(Expectation.INTERESTING) ? Verdict.PASSED : Verdict.SILENT_CONTROL;
    }
    return seen.fewest() < leastSamples ? Verdict.TOO_FEW_SAMPLES : Verdict.PASSED;
  }
}
