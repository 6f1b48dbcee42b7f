package dev.gauntlet.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.benchmarks.Limits;
import dev.gauntlet.benchmarks.Publishable;
import dev.gauntlet.benchmarks.Subjects;
import dev.gauntlet.reports.record.ScenarioInfo;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class PlannerTest {

  private static BenchPlan plan(BenchOptions.Builder options) {
    return BenchSession.open(options.build()).plan();
  }

  private static BenchOptions.Builder quick() {
    return BenchOptions.builder().suite(Suite.QUICK);
  }

  private static String refusal(BenchOptions.Builder options) {
    String message = assertThrows(BenchUsageException.class, () -> plan(options)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @ParameterizedTest
  @EnumSource
  void everyRowIsABenchmarkThatJmhKnows(Suite suite) {
    List<String> known =
        BenchmarkList.defaultList()
            .getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
            .stream()
            .map(entry -> entry.getUsername())
            .toList();
    for (Row row : suite.rows()) {
      assertTrue(known.contains(row.benchmark()), row.benchmark());
    }
  }

  @Test
  void theSizeOfABurstIsItsNumberOfOperations() {
    for (Row row : Suite.FULL.rows()) {
      String size = row.params().get("size");
      if (size != null) {
        OperationsPerInvocation operations =
            method(row).getAnnotation(OperationsPerInvocation.class);
        assertEquals(Integer.parseInt(size), operations == null ? 1 : operations.value());
      }
    }
  }

  private static Method method(Row row) {
    return Arrays.stream(row.scenario().getMethods())
        .filter(method -> method.getName().equals(row.method()))
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void scenariosSayTheirQuestionUnitAndMode() {
    for (Row row : Suite.FULL.rows()) {
      ScenarioInfo info = Headers.scenario(row);
      assertTrue(info.question().endsWith("?"), info.question());
      assertTrue(info.unit().matches("(ops/(ns|us|ms|s))|((ns|us|ms|s|B)/op)|(ms/s)"), info.unit());
      assertEquals(info.mode().equals("thrpt"), info.unit().startsWith("ops/"), info.name());
    }
  }

  /** A limit that no row measures would be silently missing from every page. */
  @Test
  void eachScenarioOfSubjectsHasALimitThatIsMeasured() {
    Set<String> measured =
        Suite.DEFAULT.rows().stream()
            .filter(Row::isOfTheMachine)
            .map(row -> row.name() + "." + row.method())
            .collect(Collectors.toSet());
    for (Row row : Suite.FULL.rows()) {
      String limit = Headers.scenario(row).limit();
      assertEquals(row.isOfTheMachine(), limit == null, row.name());
      assertTrue(limit == null || measured.contains(limit), limit);
    }
  }

  @Test
  void quickHasOurThreeAndFourPeersInEveryScenarioAndTheLimitsOfThese() {
    BenchPlan plan = plan(quick());
    assertEquals(7 + 1, plan.subjects().size());
    assertEquals(
        List.of("RoundTripLatency", "FanOutFanIn", "SubmitThroughput", "SettleLatency", "Limits"),
        plan.rows().stream().map(Row::name).distinct().toList());
    assertEquals(
        List.of("allocation", "lineRoundTrip", "spscHandOff"),
        plan.rows().stream().filter(Row::isOfTheMachine).map(Row::method).toList());
    assertEquals(2, plan.rounds());
    assertTrue(plan.estimate().compareTo(Duration.ofSeconds(170)) <= 0, plan.estimate().toString());
    assertTrue(plan.jvmFlags().contains("-Xmn64m"), "the heap is touched in the warm-up");
  }

  @Test
  void theDefaultIsPublishableAndHasEverySubject() {
    BenchPlan plan = plan(BenchOptions.builder());
    List<String> subjects = new ArrayList<>(Subjects.builtInNames());
    subjects.add(Limits.SUBJECT);
    assertEquals(subjects, plan.subjects());
    assertEquals(Publishable.FORKS, plan.rounds());
    assertEquals(Duration.ofSeconds(10), plan.fork().iterationTime());
    assertTrue(plan.jvmFlags().containsAll(List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch")));
  }

  @Test
  void aSmallQuickPlanUsesItsBudgetForMoreRounds() {
    assertEquals(5, plan(quick().scenarios(List.of("SettleLatency"))).rounds());
    assertEquals(2, plan(quick().budget(Duration.ofSeconds(1))).rounds(), "two at least");
  }

  @Test
  void roundsThatAreAskedForAreNotCutByTheBudgetOfTheSuite() {
    BenchPlan plan = plan(quick().rounds(9));
    assertEquals(9, plan.rounds());
    assertEquals(null, plan.budget());
    assertEquals(1, plan(quick().rounds(1)).rounds());
  }

  @Test
  void chosenNamesAreMeasuredInTheOrderGivenAndOnce() {
    BenchPlan plan =
        plan(
            quick()
                .subjects(List.of("locking", "jdk-fixed", "locking"))
                .scenarios(List.of("RoundTripLatency")));
    assertEquals(List.of("locking", "jdk-fixed"), plan.subjects());
    assertEquals(2, plan.cells().size());
  }

  @Test
  void aSubjectWithoutPromisesIsLeftOutWherePromisesAreMeasured() {
    BenchPlan plan = plan(quick().subjects(List.of("jdk-fixed", "jboss-eqe")));
    List<String> settling =
        plan.cells().stream()
            .filter(cell -> cell.row().name().equals("SettleLatency"))
            .map(Cell::subject)
            .toList();
    assertEquals(List.of("jdk-fixed"), settling);
  }

  @Test
  void aSubjectThatLacksWhatARowNeedsHasNoCellThere() {
    BenchPlan plan = plan(BenchOptions.builder().suite(Suite.FULL));
    assertEquals(
        List.of(
            "lockfree",
            "locking",
            "virtualthreads",
            "virtualthreads-bounded",
            "jdk-cached",
            "jdk-forkjoin",
            "jdk-virtual",
            "jdk-cf-forkjoin",
            "caller-runs"),
        measured(plan, "NestedRecursion"));
    assertEquals(Subjects.builtInNames(), measured(plan, "ChainedFork"));
    assertFalse(measured(plan, "CancelStorm").contains("jdk-virtual"));
  }

  @Test
  void limitsAreMeasuredOfTheMachineAlone() {
    BenchPlan plan = plan(BenchOptions.builder().subjects(List.of("locking")));
    assertEquals(List.of(Limits.SUBJECT), measured(plan, "Limits"));
    assertEquals(List.of("locking"), measured(plan, "RoundTripLatency"));
  }

  @Test
  void theDefaultIsTheHeadlineAndTheLimits() {
    assertEquals(
        List.of(
            "RoundTripLatency",
            "FanOutFanIn",
            "SubmitThroughput",
            "SettleLatency",
            "FanOutFromInside",
            "ChainedFork",
            "NestedRecursion",
            "BurstAfterGap",
            "BlockingTasks",
            "OpenLoopLatency",
            "CancelStorm",
            "CallbackLatency",
            "AsCompleted",
            "WaitForAll",
            "PendingMemory",
            "IdleCpu",
            "Limits",
            "ForkJoinLimits",
            "HeapLimits",
            "IdleLimits"),
        Suite.DEFAULT.rows().stream().map(Row::name).distinct().toList());
  }

  private static List<String> measured(BenchPlan plan, String scenario) {
    return plan.cells().stream()
        .filter(cell -> cell.row().name().equals(scenario))
        .map(Cell::subject)
        .distinct()
        .toList();
  }

  @Test
  void unknownNamesAreNamedBesideThoseThatExist() {
    assertTrue(
        refusal(quick().subjects(List.of("lokcing")))
            .startsWith("unknown subject \"lokcing\"; there are lockfree, locking, "));
    assertEquals(
        "unknown scenario \"Settle\"; there are RoundTripLatency, FanOutFanIn, SubmitThroughput,"
            + " SettleLatency, Limits",
        refusal(quick().scenarios(List.of("Settle"))));
    assertTrue(
        refusal(quick().scenarios(List.of("CancelStorm")))
            .startsWith("scenario \"CancelStorm\" needs --full; without it there are RoundTrip"));
  }

  @Test
  void aPlanWithNothingToMeasureIsRefused() {
    assertEquals(
        "nothing to measure: SettleLatency needs promises, and none of jboss-eqe has any",
        refusal(quick().subjects(List.of("jboss-eqe")).scenarios(List.of("SettleLatency"))));
  }

  @Test
  void badNumbersAreRefused() {
    assertThrows(BenchUsageException.class, () -> quick().workers(0));
    assertThrows(BenchUsageException.class, () -> quick().rounds(-1));
    assertThrows(BenchUsageException.class, () -> quick().budget(Duration.ZERO));
  }

  @Test
  void aSeedIsChosenAndShown() {
    assertEquals(7, plan(quick().seed(7)).seed());
    assertNotNull(plan(quick()).seed());
  }
}
