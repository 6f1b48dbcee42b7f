package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The pending tasks of a pool: those that its workers have submitted in queues of their own, as far
 * as they have one, and all others in a {@link StripedQueue}.
 */
@SuppressWarnings("UnusedVariable") // fields are read through their handles
final class PendingTasks {
  /*
   *   OPEN ──close──▶ CLOSING (the shared queues refuse, one after the other) ──▶ CLOSED
   *                                                          CLOSED ──setDrained──▶ DRAINED
   *
   *   field      written by                       write mode    read mode
   *   dead       cancel, helpers, the one sweeper opaque        opaque (a hint)
   *   sweeping   the one sweeper                  CAS, volatile
   *   sweepAt    the one sweeper                  plain         plain (a hint)
   *
   * close: the shared queues refuse by themselves. A worker that submits looks whether they are
   * closing before it pushes, and once more after that: if not, its task is there for whoever looks
   * after the close; else it withdraws the task, or somebody has taken it, and then it was accepted
   * before the end. All is volatile. (So after the close a task may still come for a moment. Who
   * pushes it counts as at work, and looks again before he leaves.)
   *
   * setDrained: a shutdown that cancels what has not started calls it when it has found nothing more
   * and before it returns. A task that comes after that must not start (L6, L8): no worker claims one
   * when it has seen the flag, so its owner can withdraw it, or, where his stack has ended, cancels it
   * before he leaves. A worker that has not seen the flag runs no body between its look and its claim,
   * so its claim counts as before the return.
   *
   * dead is counted without a fence, which a cancellation would pay for most: where many die at once
   * some are not counted, and a sweep comes later or once too often.
   */
  private static final int LEAST_SWEEP = 16;

  private static final VarHandle DEAD;
  private static final VarHandle SWEEPING;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> self = PendingTasks.class;
      DEAD = lookup.findVarHandle(self, "dead", int.class).withInvokeExactBehavior();
      SWEEPING = lookup.findVarHandle(self, "sweeping", boolean.class).withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final StripedQueue shared;
  private final WorkerQueues owned = new WorkerQueues();
  private int dead;
  private volatile boolean sweeping;
  private int sweepAt = LEAST_SWEEP;

  /** For a pool with so many workers at most. */
  PendingTasks(int workers) {
    shared = new StripedQueue(workers);
  }

  StripedQueue shared() {
    return shared;
  }

  WorkerQueues owned() {
    return owned;
  }

  /** Adds a task of the calling thread; returns false after {@link #close}, and has not. */
  boolean offer(Node task) {
    Thread caller = Thread.currentThread();
    WorkerQueue own = owned.ofCaller(caller);
    return own == null ? shared.offer(task, Stripes.numberOf(caller)) : offer(task, own);
  }

  private boolean offer(Node task, WorkerQueue own) {
    if (shared.closing) {
      return false;
    }
    owned.use(own);
    if (!own.push(task)) {
      return shared.offer(task, Stripes.numberOf(own.owner()));
    }
    return !shared.closing || !withdraw(task, own);
  }

  /** The task is there: where the stack ends it has come before the end of the pool. */
  private static boolean withdraw(Node task, WorkerQueue own) {
    boolean withdrawn = false;
    try {
      withdrawn = task.casState(Node.PENDING, Node.CANCELLED | Node.OUT_OF_TURN);
      if (withdrawn) {
        own.remove(task);
      }
    } catch (StackOverflowError end) {
      // The owner goes past it later.
    }
    return withdrawn;
  }

  /** Refuses every later offer; idempotent. */
  void close() {
    shared.close();
  }

  /** Returns whether offers may be refused: what asks for the end of the pool has begun. */
  boolean isClosing() {
    return shared.closing;
  }

  /** No pending task starts any more; a shutdown has cancelled all that there were. */
  void setDrained() {
    shared.drained = true;
  }

  boolean isDrained() {
    return shared.drained;
  }

  /** Claims a pending task; null if there is none. */
  @Nullable Node claim(int claimed) {
    Node task = shared.claim(claimed);
    return task == null ? owned.claim(claimed) : task;
  }

  /** Returns whether a task is pending; for a caller that has announced itself as idle before. */
  boolean hasPending() {
    return firstPending() != null;
  }

  /** Returns the first pending task of one of the queues, or null; for callers as above. */
  @Nullable Node firstPending() {
    Node task = shared.firstPending();
    return task == null ? owned.firstPending() : task;
  }

  /** Returns whether more than {@code count} tasks are pending. */
  boolean hasMoreThan(int count) {
    return countPending(count + 1) > count;
  }

  /** Counts the pending tasks up to a limit. */
  int countPending(int limit) {
    int count = shared.countPending(limit);
    return count < limit ? count + owned.countPending(limit - count) : count;
  }

  /**
   * Lets go of tasks that are not pending where a shared queue has more nodes than so many, and for
   * 0 in the queues of workers too; for a worker that has found nothing to do.
   */
  void retire(int longerThan) {
    shared.retire(longerThan);
    if (longerThan == 0) {
      int unused = owned.sweep();
    }
  }

  /** Notes that a task died OUT_OF_TURN. */
  void noteDead() {
    DEAD.setOpaque(this, (int) DEAD.getOpaque(this) + 1);
  }

  /**
   * Takes dead tasks out of the queues when that has become worth its while: as many must have died
   * as the last sweep has left, so sweeps of shared queues together take time in proportion to the
   * offers. (A queue whose head overtakes its sweep is not counted; it is about to be empty.) To be
   * called before an offer: without offers a queue does not grow.
   */
  void sweepIfDue() {
    if ((int) DEAD.getOpaque(this) >= sweepAt && SWEEPING.compareAndSet(this, false, true)) {
      try {
        DEAD.setOpaque(this, 0);
        sweepAt = Math.max(LEAST_SWEEP, shared.sweep() + owned.sweep());
      } finally {
        sweeping = false;
      }
    }
  }

  /** Drops all nodes of closed queues without pending tasks. */
  void clear() {
    shared.clear();
  }
}
