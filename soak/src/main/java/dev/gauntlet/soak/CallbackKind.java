package dev.gauntlet.soak;

import java.util.SplittableRandom;

/** What a callback does. */
enum CallbackKind implements Weighted {
  LOOKS(30),
  THROWS(14),
  SUBMITS(8),
  /** Submits a task and waits for it. */
  JOINS(3),
  CANCELS_OTHER(6),
  /** Registers another callback with the same future. */
  REGISTERS(6),
  INTERRUPTS_ITSELF(4),
  CLOSES(0);

  private final int weight;

  CallbackKind(int weight) {
    this.weight = weight;
  }

  @Override
  public int weight() {
    return weight;
  }

  static CallbackKind draw(SplittableRandom random) {
    return Weighted.draw(values(), random);
  }
}
