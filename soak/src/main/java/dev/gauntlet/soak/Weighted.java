package dev.gauntlet.soak;

import java.util.SplittableRandom;

/** Something that is drawn as often as its weight says. */
interface Weighted {

  /** Returns the weight, 0 or more. */
  int weight();

  /** Draws one of the values. */
  static <E extends Weighted> E draw(E[] values, SplittableRandom random) {
    int sum = 0;
    for (E value : values) {
      sum += value.weight();
    }
    int left = random.nextInt(sum);
    for (E value : values) {
      left -= value.weight();
      if (left < 0) {
        return value;
      }
    }
    throw new AssertionError("the weights changed");
  }
}
