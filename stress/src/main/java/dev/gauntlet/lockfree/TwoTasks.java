package dev.gauntlet.lockfree;

/** A queue in which two tasks wait. */
abstract class TwoTasks {
  final RacedNode first = new RacedNode();
  final RacedNode second = new RacedNode();
  final RacedQueue queue;

  TwoTasks(RacedQueue queue) {
    this.queue = queue;
    queue.offer(first);
    queue.offer(second);
  }

  @SuppressWarnings("ReferenceEquality") // nodes are told apart by identity
  final String claimOne() {
    Node claimed = queue.claim();
    if (claimed == null) {
      return "empty";
    }
    return claimed == first ? "first" : "second";
  }
}
