package dev.gauntlet.lockfree;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The queue of the lock-free pool, with the step by which a canceller takes a node out of it. */
class RacedQueue {
  /** So many cancelled nodes start a sweep. */
  static final int SWEEP = 16;

  private final AtomicInteger cancelled = new AtomicInteger();
  private final TaskQueue queue = new TaskQueue();

  boolean offer(RacedNode node) {
    return queue.offer(node);
  }

  void close() {
    queue.close();
  }

  /** Takes the first pending node; null if there is none. */
  @Nullable Node claim() {
    return queue.claim(Node.runningOn(1));
  }

  /** Cancels a pending node and sweeps when enough have died; returns whether it was pending. */
  boolean cancel(RacedNode node) {
    if (!take(node)) {
      return false;
    }
    if (cancelled.incrementAndGet() >= SWEEP) {
      int unused = queue.sweep();
    }
    return true;
  }

  /** Moves a pending node to CANCELLED. */
  boolean take(RacedNode node) {
    return node.casState(Node.PENDING, Node.CANCELLED | Node.OUT_OF_TURN);
  }

  final int claimAll() {
    int count = 0;
    while (claim() != null) {
      count++;
    }
    return count;
  }
}
