package dev.gauntlet.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchPlanTest {
  private final BenchPlan plan = Plans.plan(42, Plans.ROUND_TRIP, Plans.TWO_CALLERS, Plans.SETTLE);

  @Test
  void aRoundMeasuresEachCellOnce() {
    for (int round = 0; round < 20; round++) {
      List<Cell> order = plan.order(round);
      assertEquals(plan.cells().size(), order.size());
      assertEquals(new HashSet<>(plan.cells()), new HashSet<>(order));
    }
  }

  @Test
  void theSubjectsOfARowAreMeasuredNextToEachOther() {
    for (int round = 0; round < 20; round++) {
      List<Row> rows = plan.order(round).stream().map(Cell::row).toList();
      long changes =
          IntStream.range(1, rows.size()).filter(i -> !rows.get(i).equals(rows.get(i - 1))).count();
      assertEquals(plan.rows().size() - 1, changes);
    }
  }

  @Test
  void theSeedDecidesTheOrder() {
    assertEquals(plan.order(1), plan.withSeed(42).order(1));
    Set<List<Cell>> bySeed = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      bySeed.add(plan.withSeed(seed).order(0));
    }
    assertTrue(bySeed.size() > 45, () -> "50 seeds gave " + bySeed.size() + " orders");
  }

  @Test
  void eachRoundHasAnOrderOfItsOwn() {
    Set<List<Cell>> byRound = new HashSet<>();
    for (int round = 0; round < 50; round++) {
      byRound.add(plan.order(round));
    }
    assertTrue(byRound.size() > 45, () -> "50 rounds had " + byRound.size() + " orders");
  }

  @Test
  void noSubjectIsFavouredByItsPlace() {
    int first = 0;
    for (int round = 0; round < 3000; round++) {
      first += plan.order(round).get(0).subject().equals("a") ? 1 : 0;
    }
    assertTrue(first > 850 && first < 1150, "a came first in " + first + " of 3000 rounds");
  }

  @Test
  void theEstimateIsTheSumOfTheForks() {
    assertEquals(27, plan.forks());
    Duration fork = Duration.ofMillis(800).plus(BenchPlan.TYPICAL_OVERHEAD);
    assertEquals(fork.multipliedBy(27), plan.estimate());
  }
}
