package dev.gauntlet.virtualthreads;

/**
 * Stands in for the class of the same name: the end of a stack is not modelled, and a recursion of
 * this depth counts as one without an end.
 */
final class StackHeadroom {
  static final int TO_SETTLE = 8;
  static final int TO_ENTER = 24;
  static final int TO_RUN = 64;
  static final int TO_WAKE = 128;

  private StackHeadroom() {}

  static void require(int frames) {}
}
