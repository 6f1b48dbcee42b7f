package dev.gauntlet.lockfree;

import java.util.ArrayDeque;
import java.util.Deque;

/** What {@link QueueOperations} return if nothing happens at the same time. */
public final class QueueSpecification {
  private final Deque<Integer> pending = new ArrayDeque<>();
  private boolean closed;

  public QueueSpecification() {
    for (int i = 0; i < QueueOperations.PENDING_AT_FIRST; i++) {
      pending.add(i);
    }
  }

  /** Closed once, refused for ever (L2). */
  public boolean offer(int number) {
    return !closed && pending.add(number);
  }

  /** First in, first out. */
  public int claim() {
    return pending.isEmpty() ? QueueOperations.NONE : pending.remove();
  }

  /** As {@link #claim}. */
  public int claimOn() {
    return claim();
  }

  /** C1. */
  public boolean cancel(int number) {
    return pending.remove((Integer) number);
  }

  /** N5. */
  public boolean hasPending() {
    return !pending.isEmpty();
  }

  /** Lets go of dead nodes, which nobody sees. */
  public void retire() {}

  /** Refuses later offers. */
  public void close() {
    closed = true;
  }
}
