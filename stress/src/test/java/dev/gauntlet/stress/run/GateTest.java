package dev.gauntlet.stress.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final RaceTest SUBJECT =
      new RaceTest("x.FooVsBarRace.Locking", "FooVsBarRace", "locking", false, 2, List.of("C7"));
  private static final RaceTest CONTROL =
      new RaceTest(
          "x.FooVsBarRace.BadControl", "FooVsBarRace", "BadControl", true, 2, List.of("C7"));

  @Test
  void enoughAcceptableSamples_pass() {
    assertEquals(Verdict.PASSED, verdict(SUBJECT, outcome(Expectation.ACCEPTABLE, 100)));
  }

  @Test
  void oneForbiddenSample_fails() {
    assertEquals(
        Verdict.FORBIDDEN_OUTCOME,
        verdict(SUBJECT, outcome(Expectation.ACCEPTABLE, 100), outcome(Expectation.FORBIDDEN, 1)));
  }

  @Test
  void forbiddenOutcomeThatWasNotSeen_passes() {
    assertEquals(
        Verdict.PASSED,
        verdict(SUBJECT, outcome(Expectation.ACCEPTABLE, 100), outcome(Expectation.FORBIDDEN, 0)));
  }

  @Test
  void tooFewSamples_fail() {
    assertEquals(Verdict.TOO_FEW_SAMPLES, verdict(SUBJECT, outcome(Expectation.ACCEPTABLE, 99)));
  }

  @Test
  void missingResult_fails() {
    List<RaceResult> results = new Gate(100, 2).judge(List.of(SUBJECT), List.of());
    assertEquals(Verdict.NOT_RUN, results.getFirst().verdict());
  }

  @Test
  void raceOfThreeOnTwoProcessors_isLeftOutAndSaysWhy() {
    RaceTest three =
        new RaceTest("x.AVsBVsCRace.Locking", "AVsBVsCRace", "locking", false, 3, List.of("C7"));
    RaceResult leftOut = new Gate(100, 2).judge(List.of(three), List.of()).getFirst();
    assertEquals(Verdict.NOT_RUN_HERE, leftOut.verdict());
    assertEquals(List.of("needs 3 processors, and 2 are there"), leftOut.errors());
    RaceResult missing = new Gate(100, 3).judge(List.of(three), List.of()).getFirst();
    assertEquals(Verdict.NOT_RUN, missing.verdict());
  }

  @Test
  void report_passesWithARaceThatIsLeftOutButNotWithNothingElse() {
    RaceTest three =
        new RaceTest("x.AVsBVsCRace.Locking", "AVsBVsCRace", "locking", false, 3, List.of("C7"));
    RaceResult leftOut = new Gate(100, 2).judge(List.of(three), List.of()).getFirst();
    RaceResult good =
        judge(SUBJECT, sampling(SUBJECT, List.of(), outcome(Expectation.ACCEPTABLE, 100)));
    StressReport report = new StressReport(StressMode.QUICK, 1, List.of(good, leftOut));
    assertTrue(report.isPassed());
    assertEquals(List.of(leftOut), report.leftOut());
    assertFalse(new StressReport(StressMode.QUICK, 1, List.of(leftOut)).isPassed());
  }

  @Test
  void oneJvmOfManyWithTooFewSamples_fails() {
    List<OutcomeCount> outcomes = List.of(outcome(Expectation.ACCEPTABLE, 1099));
    Sampling few = new Sampling(SUBJECT.name(), List.of(1000L, 99L), List.of(), outcomes);
    assertEquals(Verdict.TOO_FEW_SAMPLES, judge(SUBJECT, few).verdict());
    Sampling enough = new Sampling(SUBJECT.name(), List.of(999L, 100L), List.of(), outcomes);
    assertEquals(Verdict.PASSED, judge(SUBJECT, enough).verdict());
  }

  @Test
  void errorInOneFork_fails() {
    Sampling sampling =
        sampling(SUBJECT, List.of("TIMEOUT_ERROR"), outcome(Expectation.ACCEPTABLE, 1000));
    RaceResult result = judge(SUBJECT, sampling);
    assertEquals(Verdict.ERROR, result.verdict());
    assertEquals(List.of("TIMEOUT_ERROR"), result.errors());
  }

  @Test
  void controlThatShowsItsBug_passesWithFewSamples() {
    assertEquals(
        Verdict.PASSED,
        verdict(CONTROL, outcome(Expectation.ACCEPTABLE, 3), outcome(Expectation.INTERESTING, 1)));
  }

  @Test
  void controlThatShowsNothing_fails() {
    assertEquals(
        Verdict.SILENT_CONTROL,
        verdict(
            CONTROL, outcome(Expectation.ACCEPTABLE, 999), outcome(Expectation.INTERESTING, 0)));
  }

  @Test
  void controlThatShowsAnotherBug_fails() {
    assertEquals(
        Verdict.FORBIDDEN_OUTCOME,
        verdict(CONTROL, outcome(Expectation.INTERESTING, 5), outcome(Expectation.FORBIDDEN, 1)));
  }

  @Test
  void report_failsWithOneRaceOrWithNone() {
    RaceResult good =
        judge(SUBJECT, sampling(SUBJECT, List.of(), outcome(Expectation.ACCEPTABLE, 100)));
    RaceResult missing = new Gate(1, 2).judge(List.of(CONTROL), List.of()).getFirst();

    assertTrue(new StressReport(StressMode.QUICK, 1, List.of(good)).isPassed());
    StressReport broken = new StressReport(StressMode.QUICK, 1, List.of(good, missing));
    assertFalse(broken.isPassed());
    assertEquals(List.of(missing), broken.failures());
    assertFalse(new StressReport(StressMode.QUICK, 1, List.of()).isPassed());
  }

  private static Verdict verdict(RaceTest test, OutcomeCount... outcomes) {
    return judge(test, sampling(test, List.of(), outcomes)).verdict();
  }

  private static Sampling sampling(RaceTest test, List<String> errors, OutcomeCount... outcomes) {
    long samples = Stream.of(outcomes).mapToLong(OutcomeCount::count).sum();
    return new Sampling(test.name(), List.of(samples), errors, List.of(outcomes));
  }

  private static RaceResult judge(RaceTest test, Sampling sampling) {
    return new Gate(100, 2).judge(List.of(test), List.of(sampling)).getFirst();
  }

  private static OutcomeCount outcome(Expectation expectation, long count) {
    return new OutcomeCount(expectation.name(), expectation, count, "");
  }
}
