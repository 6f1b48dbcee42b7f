package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.Need;
import dev.gauntlet.reports.gate.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairOrderTest {
  private static final int TRIES = 4000;

  /**
   * Six standard deviations of a binomial count: fails for a fair coin once in 500 million runs.
   */
  private static final double FAR = 6 * Math.sqrt(TRIES) / 2;

  private final PairOrder order = new PairOrder(42);

  private static boolean baseFirst(PairOrder order, int row, int pair) {
    return order.arms(new Need(row, Stage.TEST, pair)).getFirst() == Arm.BASE;
  }

  @Test
  void theCoinIsFairOverPairsRowsAndSeeds() {
    assertFair(IntStream.range(0, TRIES).filter(pair -> baseFirst(order, 0, pair)).count());
    assertFair(IntStream.range(0, TRIES).filter(row -> baseFirst(order, row, 0)).count());
    assertFair(
        IntStream.range(0, TRIES).filter(seed -> baseFirst(new PairOrder(seed), 0, 0)).count());
  }

  @Test
  void aCoinSaysNothingAboutTheNext() {
    assertFair(
        IntStream.range(0, TRIES)
            .filter(pair -> baseFirst(order, 0, pair) == baseFirst(order, 0, pair + 1))
            .count());
    assertFair(
        IntStream.range(0, TRIES)
            .filter(pair -> baseFirst(order, 0, pair) == baseFirst(order, 1, pair))
            .count());
    assertFair(
        IntStream.range(0, TRIES)
            .filter(pair ->
                order.arms(new Need(0, Stage.SCREEN, pair)).getFirst()
                    == order.arms(new Need(0, Stage.TEST, pair)).getFirst())
            .count());
  }

  private static void assertFair(long count) {
    assertEquals(TRIES / 2.0, count, FAR);
  }

  @Test
  void everythingIsDrawnFromTheSeedAlone() {
    List<Need> needs = IntStream.range(0, 9).mapToObj(i -> new Need(i, Stage.TEST, 0)).toList();
    assertEquals(order.shuffled(3, needs), new PairOrder(42).shuffled(3, needs));
    assertNotEquals(order.shuffled(3, needs), order.shuffled(4, needs));
    assertEquals(Set.copyOf(needs), Set.copyOf(order.shuffled(3, needs)));
    assertEquals(order.padding(1, Stage.TEST, 5), new PairOrder(42).padding(1, Stage.TEST, 5));
  }

  @Test
  void bothArmsHaveTheSamePaddingAndNamesOfOneLength() {
    Set<Integer> paddings = new HashSet<>();
    Set<Integer> lengths = new HashSet<>();
    for (int pair = 0; pair < 200; pair++) {
      paddings.add(order.padding(0, Stage.TEST, pair));
      String base = order.name(0, Stage.TEST, pair, Arm.BASE);
      String candidate = order.name(0, Stage.TEST, pair, Arm.CANDIDATE);
      assertEquals(base.length(), candidate.length());
      assertNotEquals(base, candidate);
      lengths.add(base.length());
    }
    assertTrue(paddings.stream().allMatch(padding -> padding >= 0 && padding <= 4096));
    assertTrue(paddings.size() > 150, "paddings differ from pair to pair");
    assertTrue(lengths.size() > 20, "names differ in length from pair to pair");
  }
}
