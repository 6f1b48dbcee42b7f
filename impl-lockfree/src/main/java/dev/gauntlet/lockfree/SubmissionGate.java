package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The free places of a bounded queue. A submitter takes one before its offer; whoever moves the
 * task out of PENDING, worker, helper or canceller, gives it back by that (C17).
 */
final class SubmissionGate {
  /*
   *   a place:      FREE ──tryTake, a blocked submitter──▶ TAKEN ──whoever takes the task──▶ FREE
   *   a submitter:  QUEUED ──signalled──▶ INVITED ──took a place──▶ gone
   *                    ▲                     │
   *                    └──found none free────┘
   *
   *   field             written by                        write mode      read mode
   *   free              submitter, whoever takes a task   CAS, getAndAdd  volatile
   *   blocked           blocked submitter, its signaller  lock-free queue of the JDK
   *   Blocked.signalled its signaller                     volatile        volatile
   *   closed            shutdown                          volatile        volatile
   *   owed              submitter at the end of its stack volatile        volatile
   *
   * A blocked submitter queues itself and then tries to take a place; whoever gives one back
   * counts it and then looks for somebody blocked. So either finds the other. A signal is an
   * invitation to try again: a place may be taken by a newcomer meanwhile, and the submitter queues
   * itself anew. One that leaves with an unused invitation passes it on.
   *
   * A submitter whose stack ends between its taking and its offer has no room for a call that gives
   * the place back. It is owed instead, by a store, and counted by whoever finds no place. (Two that
   * come to the end of their stacks at the same moment may count as one.)
   */
  private static final VarHandle FREE;
  private static final VarHandle OWED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> self = SubmissionGate.class;
      FREE = lookup.findVarHandle(self, "free", int.class).withInvokeExactBehavior();
      OWED = lookup.findVarHandle(self, "owed", int.class).withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final class Blocked {
    private final Thread thread = Thread.currentThread();
    private volatile boolean signalled;
  }

  private final Queue<Blocked> blocked = new ConcurrentLinkedQueue<>();
  private volatile int free;
  private volatile boolean closed;
  volatile int owed;

  SubmissionGate(int capacity) {
    this.free = capacity;
  }

  boolean tryTake() {
    for (; ; ) {
      int f = free;
      if (f <= 0) {
        if (owed == 0) {
          return false;
        }
        countOwed();
        continue;
      }
      if (FREE.compareAndSet(this, f, f - 1)) {
        return true;
      }
    }
  }

  private void countOwed() {
    int places = (int) OWED.getAndSet(this, 0);
    int unused = (int) FREE.getAndAdd(this, places);
  }

  void giveBack() {
    int unused = (int) FREE.getAndAdd(this, 1);
    signalOne();
  }

  /** Waits for a place and takes it; returns false if the gate was closed instead. */
  boolean take() throws InterruptedException {
    StackRoom.requireWide(); // to take what is given, and to pass on what is not
    while (!closed) {
      Blocked self = new Blocked();
      blocked.add(self);
      boolean taken = false;
      try {
        taken = tryTake() || (isInvited(self) && tryTake());
      } finally {
        if (!blocked.remove(self) && free > 0) {
          signalOne();
        }
      }
      if (taken) {
        return true;
      }
    }
    return false;
  }

  /** Parks until somebody is invited to try again, or the gate is closed. */
  private boolean isInvited(Blocked self) throws InterruptedException {
    while (!self.signalled && !closed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Parking.park(this);
    }
    return !closed;
  }

  /** Releases everybody who is, or will be, blocked. */
  void close() {
    closed = true;
    while (signalOne()) {}
  }

  private boolean signalOne() {
    Blocked first = blocked.poll();
    if (first == null) {
      return false;
    }
    first.signalled = true;
    Parking.unpark(first.thread);
    return true;
  }
}
