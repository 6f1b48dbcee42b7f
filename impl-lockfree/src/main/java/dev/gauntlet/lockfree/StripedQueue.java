package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The pending tasks of a pool that are not in the queue of a worker, in one {@link TaskQueue} for
 * some of the submitting threads each: first in, first out for each of these threads, and for all
 * of them, workers too, if there is but one worker. Threads that submit at the same time, and
 * workers, thus rarely meet at the same end of a queue.
 */
@SuppressWarnings({
  "ReferenceEquality", // nodes are compared by identity
  "UnusedVariable" // fields are read through their handles
})
final class StripedQueue {
  /*
   *   field      written by                       write mode    read mode
   *   used       offer, before the first append   getAndBitOr   volatile
   *   closing    close, once true                 volatile      volatile (offer, before its append;
   *                                                             PendingTasks)
   *   drained    a shutdown, see PendingTasks     volatile      volatile
   *
   * used has a bit for each queue that may ever have had a task; the others are not looked at. An
   * offer sets the bit before it appends, so whoever would have to see its task sees the bit
   * (firstPending is for callers that have announced themselves, and both reads are volatile).
   *
   * close: the queues are closed one by one. A submission that was refused by a closed one comes
   * after `closing`, so every submission that knows of it is refused, by whatever queue; and when
   * close has returned nothing is appended any more. Until then a task may still arrive whose
   * submitter looked before: whoever has been refused and counts at once may not see it, and who
   * ends a pool closes all queues before it looks for what is left.
   *
   * claim by a worker: it goes through the queues from where its last stint ended, politely: where
   * somebody else takes a task at the same moment it goes on to the next queue. If that leaves it
   * with nothing it stands back for a while and goes through all of them without manners. So null
   * means that each queue had no pending task at some moment of the search.
   *
   * Nobody starves: a stint ends after a few tasks, and then the next queue comes first.
   */
  private static final VarHandle USED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> self = StripedQueue.class;
      USED = lookup.findVarHandle(self, "used", int.class).withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final TaskQueue[] queues;
  private final int mask;
  private volatile int used;

  /** Read without a call by who has just pushed: the stack may end in one. */
  volatile boolean closing;

  /** Of all tasks of the pool; beside what a worker reads in any case when it looks for one. */
  volatile boolean drained;

  /** For a pool with so many workers at most. */
  StripedQueue(int workers) {
    queues = new TaskQueue[workers == 1 ? 1 : Stripes.COUNT];
    for (int i = 0; i < queues.length; i++) {
      queues[i] = new TaskQueue();
    }
    mask = queues.length - 1;
  }

  /** Returns whether order among threads is given up for the sake of several workers. */
  boolean isForSeveralWorkers() {
    return mask != 0;
  }

  /** Appends a node to the queue of a thread; returns false after {@link #close}. */
  boolean offer(Node node, int thread) {
    int index = thread & mask;
    int bit = 1 << index;
    if ((used & bit) == 0) {
      int unused = (int) USED.getAndBitwiseOr(this, bit);
    }
    return !closing && queues[index].offer(node);
  }

  /** Refuses every later offer; idempotent. */
  void close() {
    closing = true;
    closeEach();
  }

  void closeEach() {
    for (TaskQueue queue : queues) {
      queue.close();
    }
  }

  /** Claims the first pending task of any queue; null if there is none. */
  @Nullable Node claim(int claimed) {
    int set = used;
    for (int i = 0; i <= mask; i++) {
      Node node = isIn(set, i) ? queues[i].claim(claimed) : null;
      if (node != null) {
        return node;
      }
    }
    return null;
  }

  /**
   * Claims a pending task with which a stint of a worker begins; null if there is none.
   *
   * @param claimed a state that is not OUT_OF_TURN
   */
  @Nullable Node claim(int claimed, Stint stint) {
    Node node = claim(claimed, stint, /* polite= */ mask != 0);
    if (node == TaskQueue.CONTENDED) {
      stint.standBack();
      return claim(claimed, stint, false);
    }
    return node;
  }

  private @Nullable Node claim(int claimed, Stint stint, boolean polite) {
    int set = used;
    Node none = null;
    for (int i = 0; i <= mask; i++) {
      int index = stint.index() + i & mask;
      Node node = isIn(set, index) ? queues[index].claim(claimed, polite) : null;
      if (node == TaskQueue.CONTENDED) {
        none = node;
      } else if (node != null) {
        stint.begin(queues[index], index);
        return node;
      }
    }
    return none;
  }

  private static boolean isIn(int set, int index) {
    return (set >>> index & 1) != 0;
  }

  /**
   * Returns the first pending task of one of the queues, or null; for callers that have announced
   * themselves as idle before.
   */
  @Nullable Node firstPending() {
    int set = used;
    for (int i = 0; i <= mask; i++) {
      Node node = isIn(set, i) ? queues[i].firstPending() : null;
      if (node != null) {
        return node;
      }
    }
    return null;
  }

  /** Counts the pending tasks up to a limit. */
  int countPending(int limit) {
    int set = used;
    int count = 0;
    for (int i = 0; i <= mask && count < limit; i++) {
      if (isIn(set, i)) {
        count += queues[i].countPending(limit - count);
      }
    }
    return count;
  }

  /**
   * Lets go of tasks that are not pending where a queue has more nodes than so many, for a worker
   * that has found nothing to do.
   */
  void retire(int longerThan) {
    int set = used;
    for (int i = 0; i <= mask; i++) {
      if (isIn(set, i) && !queues[i].endsWithin(longerThan - 1)) {
        queues[i].retire();
      }
    }
  }

  /** Takes dead tasks out of the queues; returns how many stayed, as far as they were counted. */
  int sweep() {
    int stayed = 0;
    for (TaskQueue queue : queues) {
      stayed += Math.max(0, queue.sweep());
    }
    return stayed;
  }

  /** Drops all nodes of closed queues without pending tasks. */
  void clear() {
    for (TaskQueue queue : queues) {
      queue.clear();
    }
  }
}
