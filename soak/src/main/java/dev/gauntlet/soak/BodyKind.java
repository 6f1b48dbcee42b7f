package dev.gauntlet.soak;

import java.util.SplittableRandom;

/** What the body of a task does. */
enum BodyKind implements Weighted {
  RETURNS(40),
  THROWS(10),
  /** Waits for an interrupt, or a moment. */
  WAITS(6),
  /** Takes the permit of its thread, which an unpark may just have left there. */
  PARKS(6),
  /** Leaves the interrupt flag of its thread set. */
  INTERRUPTS_ITSELF(4),
  /** Cancels its own future while it runs. */
  CANCELS_ITSELF(4),
  CANCELS_OTHER(4),
  SUBMITS(5),
  /** Submits tasks and waits for them. */
  JOINS(8),
  /** Waits at the gate of a roll call. */
  ATTENDS(0),
  SHUTS_DOWN_NOW(0),
  CLOSES(0);

  private final int weight;

  BodyKind(int weight) {
    this.weight = weight;
  }

  @Override
  public int weight() {
    return weight;
  }

  /** Draws a kind; bodies that were submitted by bodies submit nothing themselves. */
  static BodyKind draw(SplittableRandom random, int generation) {
    BodyKind kind = Weighted.draw(values(), random);
    boolean submits = kind == SUBMITS || kind == JOINS;
    return submits && generation >= Body.GENERATIONS ? RETURNS : kind;
  }
}
