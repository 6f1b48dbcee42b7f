package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One queue of a pool: first in, first out, unbounded, closed once. Offering, claiming and closing
 * are lock-free; the nodes are the tasks themselves.
 */
@SuppressWarnings({
  "ReferenceEquality", // nodes are compared by identity
  "UnusedVariable" // fields are read through their handles
})
final class TaskQueue {
  /*
   * A Michael and Scott list (PODC 1996) with lazily moved ends, as in java.util.concurrent's
   * ConcurrentLinkedQueue, in which removing is no step of its own: whoever moves the state word of
   * a node out of PENDING has taken it, be it a worker, a helper or a canceller. A dead node is
   * skipped and leaves the list later.
   *
   *   head ─▶ [dead]─▶ [dead] ─▶ [PENDING] ─▶ [dead] ─▶ [PENDING] ◀─ tail (or further back)
   *                                             └ OUT_OF_TURN          next: null or CLOSED
   *
   *   field     written by                       write mode             read mode
   *   head      claim, retire (any thread)       CAS                    acquire; volatile in sweep
   *   tail      offer, retire (any thread)       weak release CAS, CAS  acquire
   *   sweeping  the one sweeper                  CAS, volatile          volatile, after CAS of head
   *   (state and next: see Node)
   *
   * offer: the CAS of next from null publishes the task and decides the order. It is volatile, and
   * whoever looks at the queue after it announced itself as idle looks with volatile reads
   * (hasPending), so that either the offer sees the idle worker or the worker sees the task.
   *
   * close: CLOSED is appended like a node and never followed by one. So an offer is before it, and
   * its task is there for every later claim, or after it, and refused: nobody has to look again.
   *
   * head moves only to a node that is not OUT_OF_TURN: to one that the mover itself has claimed, or
   * to a NeutralNode it has appended. Such a node never leaves the middle of the list, so the head
   * is in the list at any time. Who moves the head from h to p links every node in [h, p) to
   * itself: a traverser that stands there starts again at the head, and a future that is kept by
   * its user retains none of the later tasks.
   *
   * sweep: one thread at a time takes runs of OUT_OF_TURN nodes out of the middle, by one CAS of
   * the next of their predecessor, and links each of them to itself. The last node stays. Nobody
   * appends to a node whose next is set, so no task is lost. Only a mover of the head writes the
   * same fields. It reads `sweeping` after its CAS of head:
   *   - false: the sweeper, which sets the flag and then reads head, starts at p or later, and
   *     never touches [h, p).
   *   - true: the mover takes each next by getAndSet. If that comes before the CAS of the sweeper,
   *     the CAS fails; if after, the mover does not see the swept run. One of them owns a run.
   * tail may point to a node that has left. Its next is itself, and the offer restarts at the head.
   */
  /** What a polite claim returns where somebody else claims tasks at this very moment. */
  static final Node CONTENDED = new NeutralNode();

  private static final Node CLOSED = new NeutralNode();
  private static final int SWEEP_RESTARTS = 3;
  private static final int LONGEST_WALK = 32;
  private static final int RETIRE_ATTEMPTS = 3;

  private static final VarHandle HEAD;
  private static final VarHandle TAIL;
  private static final VarHandle SWEEPING;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> self = TaskQueue.class;
      HEAD = lookup.findVarHandle(self, "head", Node.class).withInvokeExactBehavior();
      TAIL = lookup.findVarHandle(self, "tail", Node.class).withInvokeExactBehavior();
      SWEEPING = lookup.findVarHandle(self, "sweeping", boolean.class).withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Node head;
  private Node tail;
  private volatile boolean sweeping;

  TaskQueue() {
    head = new NeutralNode();
    tail = head;
  }

  /** Appends a node; returns false if the queue is closed. */
  boolean offer(Node node) {
    return append(node);
  }

  /** Refuses every later offer; idempotent. */
  void close() {
    append(CLOSED);
  }

  private boolean append(Node node) {
    Node t = tailAcquire();
    Node p = t;
    for (; ; ) {
      Node q = p.nextAcquire();
      if (q == null) {
        if (p.casNext(null, node)) {
          if (p != t && node != CLOSED) {
            try {
              hopTail(t, node);
            } catch (StackOverflowError end) {
              // The node is there, and an offer tells so or throws.
            }
          }
          return true;
        }
      } else if (q == CLOSED) {
        return false;
      } else {
        Node now = tailAcquire();
        if (q == p) {
          p = now != t ? now : headAcquire();
        } else {
          p = p != t && now != t ? now : q;
        }
        t = now;
      }
    }
  }

  /**
   * Moves the first PENDING node to {@code claimed} and returns it, or returns null if there is
   * none.
   *
   * @param claimed a state that is not OUT_OF_TURN
   */
  @Nullable Node claim(int claimed) {
    return claim(claimed, false);
  }

  /**
   * Claims like {@link #claim(int)}.
   *
   * @param polite whether to give up where somebody else claims at the same place
   * @return the node, null if there is none, or {@link #CONTENDED}
   */
  @Nullable Node claim(int claimed, boolean polite) {
    for (; ; ) {
      Node h = headAcquire();
      Node p = h;
      for (int hops = 0; ; hops++) {
        if (p.stateOpaque() == Node.PENDING) {
          if (p.casState(Node.PENDING, claimed)) {
            if (hops > 1) {
              advance(h, p);
            }
            return p;
          }
          if (polite) {
            return CONTENDED;
          }
        }
        Node q = p.nextAcquire();
        if (q == null || q == CLOSED) {
          return noneAfter(hops);
        }
        if (q == p) {
          break;
        }
        p = q;
      }
    }
  }

  /**
   * Returns null to a claim that went past so many dead nodes. If these are many, the next one
   * would go there again, for nothing is left to claim behind which the head could move.
   */
  private @Nullable Node noneAfter(int nodes) {
    if (nodes > LONGEST_WALK) {
      int unused = sweep();
    }
    return null;
  }

  /** Claims politely behind a node that was claimed, not cancelled. */
  @Nullable Node claimAfter(Node last, int claimed) {
    Node p = last;
    for (int hops = 0; ; hops++) {
      Node q = p.nextAcquire();
      if (q == null || q == CLOSED) {
        return noneAfter(hops);
      }
      if (q == p) {
        return claim(claimed, true);
      }
      if (q.stateOpaque() == Node.PENDING) {
        if (q.casState(Node.PENDING, claimed)) {
          return q;
        }
        return CONTENDED;
      }
      p = q;
    }
  }

  /** Moves the head and unlinks what it has passed. Node p must not be OUT_OF_TURN. */
  private boolean advance(Node h, Node p) {
    if (!casHead(h, p)) {
      return false;
    }
    boolean shared = sweeping;
    Node x = h;
    while (x != p) {
      Node n = shared ? x.getAndSetNext(x) : x.nextAcquire();
      if (!shared) {
        x.setNextRelease(x);
      }
      x = Objects.requireNonNull(n);
    }
    return true;
  }

  /** Returns whether a task is pending; for a caller that has announced itself as idle before. */
  boolean hasPending() {
    return firstPending() != null;
  }

  /** Returns the first pending task, or null; for callers as above. */
  @Nullable Node firstPending() {
    Node p = headAcquire();
    for (; ; ) {
      if (p.stateVolatile() == Node.PENDING) {
        return p;
      }
      Node q = p.nextVolatile();
      if (q == null || q == CLOSED) {
        return null;
      }
      p = q == p ? headAcquire() : q;
    }
  }

  /** Returns whether the last node is at most so many nodes behind the first. */
  boolean endsWithin(int nodes) {
    Node p = headAcquire();
    for (int i = 0; i <= nodes; i++) {
      Node q = p.nextAcquire();
      if (q == null || q == CLOSED) {
        return true;
      }
      p = q;
    }
    return false;
  }

  /** Counts the pending tasks up to a limit. */
  int countPending(int limit) {
    int count = 0;
    Node p = headAcquire();
    while (count < limit) {
      if (p.stateVolatile() == Node.PENDING) {
        count++;
      }
      Node q = p.nextVolatile();
      if (q == null || q == CLOSED) {
        break;
      }
      if (q == p) {
        p = headAcquire();
        count = 0;
      } else {
        p = q;
      }
    }
    return count;
  }

  /**
   * Lets go of the tasks at the front that are not pending, the last one included: an idle pool
   * retains none. For a worker that has found nothing to do.
   */
  void retire() {
    for (int i = 0; i < RETIRE_ATTEMPTS && !isRetired(); i++) {
      Node neutral = new NeutralNode();
      if (!append(neutral)) {
        return;
      }
      replaceTail(neutral);
      advanceTo(neutral);
    }
  }

  private boolean isRetired() {
    Node h = headAcquire();
    return h == tailAcquire() && h instanceof NeutralNode && h.nextAcquire() == null;
  }

  private void replaceTail(Node node) {
    Node t;
    do {
      t = tailAcquire();
    } while (!casTail(t, node));
  }

  /**
   * Moves the head to {@code target} unless something before it is pending.
   *
   * @param target a node that is not OUT_OF_TURN and that the head may have passed already
   */
  void advanceTo(Node target) {
    for (; ; ) {
      Node h = headAcquire();
      Node p = h;
      while (p != target) {
        Node q = p.nextAcquire();
        if (q == null || q == CLOSED || p.stateOpaque() == Node.PENDING) {
          return;
        }
        if (q == p) {
          break;
        }
        p = q;
      }
      if (p == target && (h == target || advance(h, target))) {
        return;
      }
    }
  }

  /**
   * Takes the nodes that died OUT_OF_TURN out of the list.
   *
   * @return how many nodes stayed, or -1 if they were not counted, because somebody else sweeps or
   *     the head has overtaken this sweep
   */
  int sweep() {
    if (!casSweeping(false, true)) {
      return -1;
    }
    try {
      int stayed = -1;
      for (int i = 0; i < SWEEP_RESTARTS && stayed < 0; i++) {
        stayed = sweepFrom(headVolatile());
      }
      return stayed;
    } finally {
      sweeping = false;
    }
  }

  /** Returns how many nodes stayed, or -1 if the head has overtaken the sweep. */
  private int sweepFrom(Node start) {
    int alive = 0;
    Node pred = start;
    for (; ; ) {
      Node first = pred.nextAcquire();
      if (first == pred) {
        return -1;
      }
      if (first == null || first == CLOSED) {
        return alive;
      }
      Node end = endOfRun(first);
      if (end != first && !unlink(pred, first, end)) {
        return -1;
      }
      alive++;
      pred = end;
    }
  }

  /** Returns the first node from {@code first} on that has to stay in the list. */
  private static Node endOfRun(Node first) {
    Node p = first;
    while (Node.isSweepable(p.stateOpaque())) {
      Node q = p.nextAcquire();
      if (q == null || q == CLOSED || q == p) {
        return p;
      }
      p = q;
    }
    return p;
  }

  private static boolean unlink(Node pred, Node first, Node end) {
    if (!pred.casNext(first, end)) {
      return false;
    }
    Node x = first;
    while (x != end) {
      Node n = Objects.requireNonNull(x.nextAcquire());
      x.setNextRelease(x);
      x = n;
    }
    return true;
  }

  /** Drops all nodes of a closed queue without pending tasks. */
  void clear() {
    Node last = new NeutralNode();
    last.casNext(null, CLOSED);
    replaceTail(last);
    Node x;
    do {
      x = headAcquire();
    } while (!casHead(x, last));
    while (x != CLOSED) {
      x = Objects.requireNonNull(x.getAndSetNext(x));
    }
  }

  private Node headAcquire() {
    return (Node) HEAD.getAcquire(this);
  }

  private Node headVolatile() {
    return (Node) HEAD.getVolatile(this);
  }

  private boolean casHead(Node expected, Node update) {
    return HEAD.compareAndSet(this, expected, update);
  }

  private Node tailAcquire() {
    return (Node) TAIL.getAcquire(this);
  }

  private boolean casTail(Node expected, Node update) {
    return TAIL.compareAndSet(this, expected, update);
  }

  /** A hint that may fail: the next offer walks a step further. */
  private void hopTail(Node expected, Node update) {
    boolean unused = TAIL.weakCompareAndSetRelease(this, expected, update);
  }

  private boolean casSweeping(boolean expected, boolean update) {
    return SWEEPING.compareAndSet(this, expected, update);
  }
}
