package dev.gauntlet.virtualthreads;

/**
 * Stands in for the class of the same name: the end of a stack is not modelled, and a recursion of
 * this depth counts as one without an end.
 */
final class StackHeadroom {
  private StackHeadroom() {}

  static void require(int frames) {}
}
