package dev.gauntlet.stress.run;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the samples of a run. What was asked for and is not there fails. */
final class Gate {
  private final long leastSamples;

  Gate(long leastSamples) {
    this.leastSamples = leastSamples;
  }

  List<RaceResult> judge(List<RaceTest> expected, List<Sampling> samplings) {
    Map<String, Sampling> byName =
        samplings.stream().collect(Collectors.toMap(Sampling::name, Function.identity()));
    return expected.stream().map(test -> judge(test, byName.get(test.name()))).toList();
  }

  private RaceResult judge(RaceTest test, @Nullable Sampling sampling) {
    Sampling seen = sampling == null ? new Sampling(test.name(), List.of(), List.of()) : sampling;
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

  private Verdict verdict(RaceTest test, Sampling seen) {
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
    return seen.samples() < leastSamples ? Verdict.TOO_FEW_SAMPLES : Verdict.PASSED;
  }
}
