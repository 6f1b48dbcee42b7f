package dev.gauntlet.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorProvider;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A seed chooses the operations; nothing that happens in a run does. */
class EpochPlanTest {
  private static final Set<Capability> ALL = EnumSet.allOf(Capability.class);
  private static final long ENOUGH = 200;

  @Test
  void theSameSeedChoosesTheSameOperations() {
    assertEquals(EpochPlan.of(7, 3, ALL), EpochPlan.of(7, 3, ALL));
    assertNotEquals(EpochPlan.of(7, 3, ALL).scripts(), EpochPlan.of(8, 3, ALL).scripts());
    assertNotEquals(EpochPlan.of(7, 3, ALL).scripts(), EpochPlan.of(7, 4, ALL).scripts());
  }

  @Test
  void aRunPerformsTheChosenOperations() throws InterruptedException {
    for (ExecutorProvider implementation : Implementations.all()) {
      assertEquals(
          chosen(11, implementation), performed(11, implementation), implementation.name());
    }
  }

  private static Map<String, Long> chosen(long seed, ExecutorProvider implementation) {
    Tally<Operation> chosen = new Tally<>(Operation.class);
    EpochPlan plan = EpochPlan.of(seed, 0, implementation.capabilities());
    plan.scripts().forEach(script -> script.forEach(step -> chosen.count(step.operation())));
    return chosen.toMap();
  }

  /** A millisecond is enough for one epoch. */
  private static Map<String, Long> performed(long seed, ExecutorProvider implementation)
      throws InterruptedException {
    SoakOptions options =
        new SoakOptions(
            List.of(implementation), Duration.ofMillis(1), seed, 0, SoakOptions.PATIENCE);
    SoakReport report = new SoakRun(options).run((subject, epochs, violations, left) -> {});
    return report.subjects().getFirst().operations();
  }

  @Test
  void everyKindOfEpochIsDrawn() {
    List<EpochPlan> plans =
        LongStream.range(0, ENOUGH).mapToObj(index -> EpochPlan.of(5, index, ALL)).toList();
    assertTrue(plans.stream().anyMatch(EpochPlan::factoryFails));
    assertTrue(plans.stream().anyMatch(EpochPlan::mayBreak));
    assertTrue(plans.stream().anyMatch(EpochPlan::isBounded));
    assertTrue(plans.stream().anyMatch(plan -> plan.orderly() && plan.isHealthy()));
    assertEquals(
        EnumSet.allOf(Ending.class),
        plans.stream().map(EpochPlan::lastEnding).collect(Collectors.toSet()));
    Set<Operation> drawn =
        plans.stream()
            .flatMap(plan -> plan.scripts().stream())
            .flatMap(List::stream)
            .map(EpochPlan.Step::operation)
            .collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(Operation.class), drawn);
  }

  @Test
  void whatASubjectLacksIsNotAskedOfIt() {
    for (long index = 0; index < ENOUGH; index++) {
      EpochPlan plan = EpochPlan.of(5, index, Set.of());
      assertFalse(plan.factoryFails() || plan.mayBreak() || plan.isBounded(), plan::toString);
    }
  }
}
