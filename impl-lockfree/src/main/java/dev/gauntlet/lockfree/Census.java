package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Counts who is at work in a pool, and decides when nobody ever will be again. */
final class Census {
  /*
   * One long, moved by CAS; reads are volatile:
   *
   *   TERMINATED (bit 62) | guests (22 bits) | starting (20 bits) | live (20 bits)
   *
   *   live      workers, from the reservation before their thread is made until their last step
   *   starting  those of them that have not looked at the queue yet
   *   guests    callers that run their own submission, or refuse tasks that nobody can run
   *
   *   0 ──tryTerminate──▶ TERMINATED, for good; counts go up and down before that
   *
   *   field    written by                             write mode   read mode
   *   counts   hire, guest: up                        CAS          volatile
   *            started, failed, left, guest gone: down getAndAdd
   *            tryTerminate                           CAS
   *
   * TERMINATED is set only where all counts are zero, and no count is raised after it: whoever
   * raises one has seen the word without it. Whoever gives back the place of a worker or of a guest
   * asks afterwards whether that was the last (Lifecycle.tryTerminate), so the end is not missed.
   */
  private static final int WIDTH = 20;
  private static final long MASK = (1L << WIDTH) - 1;
  private static final long LIVE = 1;
  private static final long STARTING = 1L << WIDTH;
  private static final long GUEST = 1L << (2 * WIDTH);
  private static final long TERMINATED = 1L << 62;

  private static final VarHandle COUNTS;

  static {
    try {
      COUNTS =
          MethodHandles.lookup()
              .findVarHandle(Census.class, "counts", long.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int maxWorkers;
  private volatile long counts;

  Census(int maxWorkers) {
    this.maxWorkers = maxWorkers;
  }

  int live() {
    return live(counts);
  }

  private static int live(long c) {
    return (int) (c & MASK);
  }

  private static int starting(long c) {
    return (int) ((c >>> WIDTH) & MASK);
  }

  /** Returns whether {@link #tryHire} would reserve a place now. */
  boolean mayHire(PendingTasks queue, int spokenFor) {
    return mayHire(counts, queue, spokenFor);
  }

  private boolean mayHire(long c, PendingTasks queue, int spokenFor) {
    return c != TERMINATED && live(c) < maxWorkers && queue.hasMoreThan(starting(c) + spokenFor);
  }

  /**
   * Reserves the place of a new worker, if there is room for one and more tasks are pending than
   * workers are on their way to a first one.
   *
   * @param spokenFor how many of the pending tasks the caller will take itself
   */
  boolean tryHire(PendingTasks queue, int spokenFor) {
    for (; ; ) {
      long c = counts;
      if (!mayHire(c, queue, spokenFor)) {
        return false;
      }
      if (cas(c, c + LIVE + STARTING)) {
        return true;
      }
    }
  }

  /** A new worker has looked at the queue. */
  void hasStarted() {
    add(-STARTING);
  }

  /** A new worker could not be started; returns how many live now. */
  int abandonHire() {
    return live(add(-LIVE - STARTING));
  }

  /** A worker has taken its last step. */
  void leave() {
    add(-LIVE);
  }

  /** Counts the caller as a guest unless the pool is terminated. */
  boolean tryEnter() {
    for (; ; ) {
      long c = counts;
      if (c == TERMINATED) {
        return false;
      }
      if (cas(c, c + GUEST)) {
        return true;
      }
    }
  }

  void exit() {
    add(-GUEST);
  }

  /** Returns whether this call has ended the pool: nobody is at work, and nobody will be. */
  boolean tryTerminate() {
    return cas(0, TERMINATED);
  }

  private long add(long delta) {
    return (long) COUNTS.getAndAdd(this, delta) + delta;
  }

  private boolean cas(long expected, long update) {
    return COUNTS.compareAndSet(this, expected, update);
  }
}
