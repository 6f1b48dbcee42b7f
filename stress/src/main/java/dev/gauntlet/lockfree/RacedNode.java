package dev.gauntlet.lockfree;

/** A pending node without a body. */
final class RacedNode extends Node {

  RacedNode() {
    super(PENDING);
  }
}
