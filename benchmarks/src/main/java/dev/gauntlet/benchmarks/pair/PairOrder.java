package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.Need;
import dev.gauntlet.reports.gate.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Everything that is random about a run, from its seed alone: what was drawn for one pair does not
 * depend on what was drawn before, so a resumed run draws the same.
 */
final class PairOrder {
  private static final int MOST_PADDING = 4096;
  private static final int SHORTEST_NAME = 8;
  private static final int LONGEST_NAME = 64;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private final long seed;

  PairOrder(long seed) {
    this.seed = seed;
  }

  /** Returns the rows of a round in the order in which they get their pairs. */
  List<Need> shuffled(int round, List<Need> needs) {
    List<Need> order = new ArrayList<>(needs);
    Collections.shuffle(order, Random.from(random("round", round)));
    return order;
  }

  /** Returns the arms of a pair in the order of a fair coin. */
  List<Arm> arms(Need need) {
    return random("coin", need.row(), need.stage(), need.pair()).nextBoolean()
        ? List.of(Arm.BASE, Arm.CANDIDATE)
        : List.of(Arm.CANDIDATE, Arm.BASE);
  }

  /** Returns how many bytes the environment of both forks of a pair is padded with. */
  int padding(int row, Stage stage, int pair) {
    return random("padding", row, stage, pair).nextInt(MOST_PADDING + 1);
  }

  /** Returns the name of the jar's folder; both arms of a pair have one of the same length. */
  String name(int row, Stage stage, int pair, Arm arm) {
    SplittableRandom shared = random("name", row, stage, pair);
    int length = shared.nextInt(SHORTEST_NAME, LONGEST_NAME + 1);
    SplittableRandom own = random("name", row, stage, pair, arm);
    StringBuilder name = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      name.append(LETTERS.charAt(own.nextInt(LETTERS.length())));
    }
    return name.toString();
  }

  /**
   * Names of draws are mixed in letter by letter; SplittableRandom mixes its seed, so names that
   * differ by little give what has no relation.
   */
  private SplittableRandom random(Object... name) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Object part : name) {
      for (char letter : (part + "/").toCharArray()) {
        random = new SplittableRandom(random.nextLong() ^ letter);
      }
    }
    return random;
  }
}
