package dev.gauntlet.lockfree;

/**
 * Stands in for the class of the same name: the end of a stack is not modelled, and a recursion of
 * this depth counts as one without an end.
 */
final class StackRoom {
  private StackRoom() {}

  static void requireWide() {}

  static void require() {}
}
