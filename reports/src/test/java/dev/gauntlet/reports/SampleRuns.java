package dev.gauntlet.reports;

import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.ConformanceMatrix.Outcome;
import dev.gauntlet.reports.record.ConformanceMatrix.Result;
import dev.gauntlet.reports.record.ConformanceMatrix.Rule;
import dev.gauntlet.reports.record.ConformanceMatrix.Subject;
import dev.gauntlet.reports.record.RaceMatrix;
import dev.gauntlet.reports.record.RunEnd;
import dev.gauntlet.reports.record.SubjectInfo.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Synthetic runs for the tests of the page: every number in them is drawn from a seeded generator.
 */
public final class SampleRuns {
  public static final List<String> SUBJECTS =
      List.of(
          "mine-a",
          "mine-b",
          "mine-c",
          "jdk-fixed",
          "peer-p",
          "peer-with-a-long-name",
          "peer-q",
          "floor");

  /** Invented time of each subject, relative to the third peer. */
  private static final double[] FACTORS = {0.31, 0.83, 1.02, 1, 0.93, 1.4, 0.61, 0.06};

  private SampleRuns() {}

  /**
   * A complete run of eight subjects in four scenarios, one of them sampled, one with two modes.
   */
  public static SyntheticRun ordinary() {
    Random random = new Random(20010101);
    SyntheticRun run = subjects(new SyntheticRun());
    run.scenario("ShortTasks", "avgt", "us/op", "C1", "W3");
    run.scenario("Throughput", "thrpt", "ops/ms", "C1");
    run.scenario("Sampled", "sample", "ns/op");
    run.scenario("Settle", "avgt", "ns/op", "S4");
    for (int i = 0; i < SUBJECTS.size(); i++) {
      String subject = SUBJECTS.get(i);
      double factor = FACTORS[i];
      run.scores("ShortTasks", subject, Map.of("n", "1"), 1, around(random, 24 * factor));
      run.scores("ShortTasks", subject, Map.of("n", "100"), 1, around(random, 130 * factor));
      for (int threads : new int[] {1, 2, 4}) {
        double rate = 5200 / factor * Math.pow(threads, 0.4 - 0.1 * (i % 3));
        run.scores("Throughput", subject, Map.of(), threads, around(random, rate));
      }
      run.scores("Sampled", subject, around(random, 9000 * factor));
      double[] settle = around(random, 80 * factor);
      for (int round = 1; i == 4 && round < settle.length; round += 2) {
        settle[round] *= 1.6;
      }
      run.scores("Settle", subject, settle);
    }
    return run.governor(null);
  }

  private static double[] around(Random random, double center) {
    return SyntheticRun.around(random, center, 0.02, 7);
  }

  private static SyntheticRun subjects(SyntheticRun run) {
    for (String subject : SUBJECTS) {
      run.subject(
          subject,
          subject.startsWith("mine")
              ? Kind.GAUNTLET
              : subject.equals("floor") ? Kind.FLOOR : Kind.PEER);
    }
    return run;
  }

  /** A quick, interrupted run with one or two forks per value and a failed one. */
  public static SyntheticRun quick() {
    Random random = new Random(3);
    SyntheticRun run = subjects(new SyntheticRun()).mode("quick");
    run.end(RunEnd.Reason.INTERRUPTED).planned(16);
    run.scenario("ShortTasks", "avgt", "us/op");
    for (int i = 0; i < 5; i++) {
      run.scores(
          "ShortTasks",
          SUBJECTS.get(i),
          SyntheticRun.around(random, 24 * FACTORS[i], 0.05, i < 4 ? 2 : 1));
    }
    return run.failure("ShortTasks", "peer-q", "java.lang.IllegalStateException: invented");
  }

  /** Thirty subjects in forty rows. */
  public static SyntheticRun large() {
    Random random = new Random(5);
    SyntheticRun run = new SyntheticRun();
    for (int subject = 0; subject < 30; subject++) {
      run.subject("executor-" + subject, subject < 3 ? Kind.GAUNTLET : Kind.PEER);
    }
    for (int scenario = 0; scenario < 10; scenario++) {
      run.scenario("Scenario" + scenario, "avgt", "us/op");
      for (int row = 0; row < 4; row++) {
        for (int subject = 0; subject < 30; subject++) {
          double center = 10 * Math.exp(random.nextGaussian() * 0.7);
          run.scores(
              "Scenario" + scenario,
              "executor-" + subject,
              Map.of("n", String.valueOf(1 << row)),
              1,
              SyntheticRun.around(random, center, 0.03, 5));
        }
      }
    }
    return run;
  }

  /** Names as an attacker would choose them. */
  public static final List<String> HOSTILE =
      List.of(
          "<script>window.hacked=1</script>",
          "\"><img src=x onerror='window.hacked=1'>",
          "' onmouseover='window.hacked=1",
          "</title></style></script><b>bold",
          "\u0000\u0007\u001b[31mred\u202Egnirts",
          "]]>&amp;&lt;{{7*7}}${7*7}",
          "=HYPERLINK(\"http://invalid.invalid\")",
          "name|with|pipes`and`ticks*and_stars");

  /**
   * A run in which every text is hostile, with scores that are not numbers and rows that miss
   * subjects.
   */
  public static SyntheticRun hostile() {
    Random random = new Random(9);
    SyntheticRun run = new SyntheticRun().cpuModel(HOSTILE.get(0));
    HOSTILE.forEach(name -> run.subject(name, Kind.PEER));
    for (int i = 0; i < HOSTILE.size(); i++) {
      String scenario = HOSTILE.get(i);
      run.scenario(
          scenario, i % 2 == 0 ? "avgt" : "thrpt", i % 2 == 0 ? "us/op" : "ops/s", scenario);
      for (int s = i % 3; s < HOSTILE.size(); s++) {
        run.scores(
            scenario,
            HOSTILE.get(s),
            Map.of(HOSTILE.get(i), HOSTILE.get(s % 2)),
            1,
            s == 2 ? new double[] {Double.NaN, 1} : SyntheticRun.around(random, 3, 0.1, 3));
      }
      run.failure(scenario, HOSTILE.get(0), HOSTILE.get(1));
    }
    return run;
  }

  /**
   * A matrix over the given subjects in which the fifth breaks two rules and the seventh has one
   * replaced.
   */
  public static ConformanceMatrix matrix(List<String> subjects) {
    List<Rule> rules =
        List.of(
            new Rule(
                "C1",
                "MUST",
                "Cancel",
                "A task after `cancel` MUST never start.",
                "Invented for tests."),
            new Rule("C2", "SHOULD", "Cancel", "Cancelling SHOULD be quick.", null),
            new Rule(
                "S4",
                "MUST",
                "States",
                "A settled future MUST stay settled.",
                "Nobody looks back."),
            new Rule("W3", "MUST", "Waiting", "A waiter MUST be released.", null));
    List<Result> results = new ArrayList<>();
    for (int s = 0; s < subjects.size(); s++) {
      for (Rule rule : rules) {
        boolean broken = s == 4 && (rule.id().equals("C1") || rule.id().equals("S4"));
        boolean replaced = s == 6 && rule.id().equals("C2");
        results.add(
            new Result(
                rule.id(),
                subjects.get(s),
                broken ? Outcome.BROKEN : replaced ? Outcome.REPLACED : Outcome.KEPT,
                replaced ? "C1" : null,
                broken ? "expected: not started\nseen: <started>\n\tat invented.Frame" : null,
                broken && rule.id().equals("C1"),
                3));
      }
    }
    return new ConformanceMatrix(
        1,
        SyntheticRun.START,
        rules,
        subjects.stream().map(name -> new Subject(name, "1", List.of())).toList(),
        results);
  }

  /** Two races over the given subjects, of which the second loses one. */
  public static RaceMatrix races(List<String> subjects) {
    List<RaceMatrix.Result> results = new ArrayList<>();
    for (String race : List.of("StartVsCancelRace", "ParkVsSubmitRace")) {
      for (int s = 0; s < subjects.size(); s++) {
        results.add(race(race, subjects.get(s), false, s != 1 || race.startsWith("Start")));
      }
      results.add(race(race, "WeakControl", true, true));
    }
    return new RaceMatrix(1, SyntheticRun.START, "QUICK", 61, null, results);
  }

  /** A race of three, on a machine with two processors. */
  public static RaceMatrix raceOfThree() {
    return new RaceMatrix(
        1,
        SyntheticRun.START,
        "QUICK",
        61,
        new RaceMatrix.Origin("0123456789abcdef", false, "25.0.3", 2),
        List.of(
            new RaceMatrix.Result(
                "ClaimVsClaimVsCancelRace",
                "a",
                false,
                List.of("C6"),
                false,
                "NOT_RUN_HERE",
                0,
                List.of(),
                List.of("needs 3 processors, and 2 are there"))));
  }

  private static RaceMatrix.Result race(
      String race, String subject, boolean control, boolean passed) {
    return new RaceMatrix.Result(
        race,
        subject,
        control,
        List.of("C1", "N5"),
        passed,
        passed ? "PASSED" : "FORBIDDEN_OUTCOME",
        1_234_567,
        List.of(
            new RaceMatrix.OutcomeCount(
                "ran, " + subject, "ACCEPTABLE", 1_234_560, "As it should."),
            new RaceMatrix.OutcomeCount("lost", "FORBIDDEN", passed ? 0 : 7, "It is lost.")),
        passed ? List.of() : List.of("a fork of " + subject + " died"));
  }
}
