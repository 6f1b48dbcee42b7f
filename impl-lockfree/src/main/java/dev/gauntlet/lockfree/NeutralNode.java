package dev.gauntlet.lockfree;

/** A node without a task: the first one of a queue, and the one that replaces its last task. */
final class NeutralNode extends Node {

  NeutralNode() {
    super(SUCCEEDED);
  }
}
