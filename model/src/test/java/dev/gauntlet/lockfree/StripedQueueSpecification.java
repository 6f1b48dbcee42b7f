package dev.gauntlet.lockfree;

/** What {@link StripedQueueOperations} return if nothing happens at the same time. */
public final class StripedQueueSpecification {
  private int pending;
  private boolean closed;

  public StripedQueueSpecification() {}

  /** Who knows that a submission was refused is refused, too (L2). */
  public boolean offer(int thread) {
    if (!closed) {
      pending++;
    }
    return !closed;
  }

  /** Refuses later offers. */
  public void close() {
    closed = true;
  }

  /** N5. */
  public int countPending() {
    return pending;
  }
}
