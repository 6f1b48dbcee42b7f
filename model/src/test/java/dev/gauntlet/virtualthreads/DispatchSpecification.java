package dev.gauntlet.virtualthreads;

import dev.gauntlet.virtualthreads.Dispatch.Offer;
import java.util.ArrayDeque;
import java.util.Deque;

/** What {@link DispatchOperations} return if nothing happens at the same time. */
public final class DispatchSpecification {
  private final Deque<Integer> queue = new ArrayDeque<>();
  private boolean cancelled;
  private int active = 1;
  private boolean shutdown;

  public DispatchSpecification() {
    queue.add(DispatchOperations.FIRST);
  }

  /** A task is queued only while the permit is in use (N5), and refused after a shutdown (L2). */
  public Offer offer(int number) {
    if (shutdown) {
      return Offer.REFUSED;
    }
    boolean permit = active < 1;
    boolean assigned = permit && queue.isEmpty();
    active += permit ? 1 : 0;
    if (assigned) {
      return Offer.ASSIGNED;
    }
    queue.add(number);
    return permit ? Offer.QUEUED_WORKER_NEEDED : Offer.QUEUED;
  }

  /** First in, first out; who finds nothing gives the permit back. */
  public int next() {
    if (queue.isEmpty()) {
      active--;
      return DispatchOperations.NONE;
    }
    return queue.remove();
  }

  /** N2. */
  public boolean claim() {
    return queue.remove((Integer) DispatchOperations.FIRST);
  }

  /** C1, C17; who has taken a task has yet to start it. */
  public boolean cancel() {
    boolean first = !cancelled;
    cancelled = true;
    queue.remove((Integer) DispatchOperations.FIRST);
    return first;
  }

  /** Without another worker nobody is left to run anything. */
  public boolean workerDidNotStart() {
    active--;
    if (active != 0) {
      return false;
    }
    boolean refused = !cancelled && queue.contains(DispatchOperations.FIRST);
    cancelled |= refused;
    queue.clear();
    return refused;
  }

  /** L1. */
  public boolean isShutdown() {
    return shutdown;
  }

  /** Refuses later offers. */
  public void shutdown() {
    shutdown = true;
  }
}
