package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The queues of the workers of a pool that have one. */
final class WorkerQueues {
  /*
   *   place: null ──enlist──▶ queue ──delist──▶ null
   *
   *   field   written by                      write mode    read mode
   *   place   a worker that begins, or leaves CAS           volatile; plain by submitters
   *   used    a worker, before its first push getAndBitOr   volatile
   *
   * A worker has the place that its number selects, so its thread finds the queue without a look at
   * anything that others write; where the place is taken it goes without. A bit of used says that
   * the queue in a place may ever have had a task: whoever would have to see the task sees the bit.
   *
   * A submitter compares the owner of what it finds with itself, so it need not be the newest. A
   * queue with pending tasks keeps its place, so what it holds is found as long as it is there.
   */
  static final int COUNT = 16;

  private static final VarHandle USED;

  static {
    try {
      USED =
          MethodHandles.lookup()
              .findVarHandle(WorkerQueues.class, "used", int.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final AtomicReferenceArray<@Nullable WorkerQueue> places =
      new AtomicReferenceArray<>(COUNT);
  private volatile int used;

  WorkerQueues() {
    WorkerQueue.load();
  }

  private static int placeOf(Thread worker) {
    return Stripes.numberOf(worker) & (COUNT - 1);
  }

  /**
   * Returns the queue of the calling worker, a new one unless its thread has one; null if the place
   * is taken, or there is no memory.
   */
  @Nullable WorkerQueue enlist() {
    Thread worker = Thread.currentThread();
    WorkerQueue kept = ofCaller(worker);
    if (kept != null) {
      return kept;
    }
    try {
      WorkerQueue queue = new WorkerQueue(worker);
      return places.compareAndSet(placeOf(worker), null, queue) ? queue : null;
    } catch (OutOfMemoryError noMemory) {
      return null;
    }
  }

  /** Gives the place of an empty queue to others; its worker leaves. */
  void delist(WorkerQueue queue) {
    if (queue.firstPending() == null) {
      boolean unused = places.compareAndSet(placeOf(queue.owner()), queue, null);
    }
  }

  /** Returns the queue of the calling thread, or null. */
  @Nullable WorkerQueue ofCaller(Thread caller) {
    WorkerQueue queue = places.getPlain(placeOf(caller));
    return queue != null && queue.owner() == caller ? queue : null;
  }

  /** To be called before each push. */
  void use(WorkerQueue queue) {
    int bit = 1 << placeOf(queue.owner());
    if ((used & bit) == 0) {
      int unused = (int) USED.getAndBitwiseOr(this, bit);
    }
  }

  /** Returns a set of places, as bits: all in which there may be tasks. */
  int used() {
    return used;
  }

  /** Returns the next place of a set after another, round and round. */
  static int placeAfter(int place, int set) {
    int first = (place + 1) & (COUNT - 1);
    int fromFirst = set >>> first | set << (COUNT - first);
    return (first + Integer.numberOfTrailingZeros(fromFirst)) & (COUNT - 1);
  }

  /** Returns the queue in a place, or null. */
  @Nullable WorkerQueue in(int place) {
    return places.get(place);
  }

  /** Claims the first pending task of any queue; null if there is none. */
  @Nullable Node claim(int claimed) {
    for (int set = used; set != 0; set &= set - 1) {
      WorkerQueue queue = first(set);
      Node task = queue == null ? null : queue.claim(claimed);
      if (task != null) {
        return task;
      }
    }
    return null;
  }

  /** Returns the first pending task of one of the queues, or null. */
  @Nullable Node firstPending() {
    for (int set = used; set != 0; set &= set - 1) {
      WorkerQueue queue = first(set);
      Node task = queue == null ? null : queue.firstPending();
      if (task != null) {
        return task;
      }
    }
    return null;
  }

  /** Counts the pending tasks up to a limit. */
  int countPending(int limit) {
    int count = 0;
    for (int set = used; set != 0 && count < limit; set &= set - 1) {
      WorkerQueue queue = first(set);
      count += queue == null ? 0 : queue.countPending(limit - count);
    }
    return count;
  }

  /** Lets go of tasks that are not pending; returns how many stayed. */
  int sweep() {
    int stayed = 0;
    for (int set = used; set != 0; set &= set - 1) {
      WorkerQueue queue = first(set);
      stayed += queue == null ? 0 : queue.sweep();
    }
    return stayed;
  }

  private @Nullable WorkerQueue first(int set) {
    return places.get(Integer.numberOfTrailingZeros(set));
  }
}
