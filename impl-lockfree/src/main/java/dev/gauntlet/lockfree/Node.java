package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A node of {@link TaskQueue} with the state word of its task. */
abstract class Node {
  /*
   * The state word: status (bits 0 to 3) | OUT_OF_TURN (bit 4) | slot of the worker (bits 5 to 31).
   *
   *                     cancel()                            settle
   *   PENDING ────────────────────▶ CANCELLED     RUNNING ─────────▶ SUCCEEDED | FAILED
   *      │  │                          ▲  ▲          │  ▲
   *      │  └─claim─▶ RUNNING ──cancel─┘  │   suspend│  │resume
   *      │               │      (false)   │          ▼  │
   *      │               │            cancel(false) SUSPENDED
   *      │               └─cancel(true)──▶ INTERRUPTING ──▶ INTERRUPTED
   *      │                                                     ▲
   *      │                  SUSPENDED ──cancel(true)──▶ OWED ───┘ resume
   *      └─refuse─▶ FAILING ──▶ FAILED
   *
   * In public, SUSPENDED is RUNNING, FAILING is PENDING, and everything from CANCELLED on is
   * CANCELLED. INTERRUPTING: the interrupt is on its way, and the worker waits for it before it
   * goes on. (A body that cancels itself is INTERRUPTED at once: what its interrupt may run on the
   * same thread must not wait for it.) SUSPENDED: other user code, a helped task or a callback,
   * runs above the body on the same stack, so an interrupt for this body must wait (OWED) until
   * that code has returned.
   *
   * OUT_OF_TURN marks a node that died in the middle of the queue: cancelled while pending, or run
   * by a helper. Only such nodes may be swept out of a TaskQueue; all others leave it when its head
   * passes them. The bit is set with the transition out of PENDING and never changes after it.
   *
   *   field   written by                        write mode           read mode
   *   state   every transition                  CAS                  acquire, volatile; opaque to
   *                                                                  skip dead nodes
   *           INTERRUPTING, OWED, FAILING ▶     volatile (one owner)
   *   next    offer (any thread)                CAS null ▶ node      acquire, volatile
   *           unlinking (one owner)             release, getAndSet
   *
   * The slot in the word tells a canceller whom to interrupt and a joiner that it waits for itself;
   * a slot is not reused before the worker has settled its task and every interrupt for it arrived.
   */
  static final int PENDING = 0;
  static final int RUNNING = 1;
  static final int SUSPENDED = 2;
  static final int FAILING = 3;
  static final int SUCCEEDED = 4;
  static final int FAILED = 5;
  static final int CANCELLED = 6;
  static final int INTERRUPTING = 7;
  static final int INTERRUPTED = 8;
  static final int OWED = 9;

  static final int OUT_OF_TURN = 1 << 4;

  private static final int STATUS_MASK = 0xF;
  private static final int SLOT_SHIFT = 5;

  private static final VarHandle STATE;
  private static final VarHandle NEXT;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      STATE = lookup.findVarHandle(Node.class, "state", int.class).withInvokeExactBehavior();
      NEXT = lookup.findVarHandle(Node.class, "next", Node.class).withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int state;
  private @Nullable Node next;

  Node(int initialState) {
    this.state = initialState;
  }

  /** Returns the state word of a task that the worker in {@code slot} runs. */
  static int runningOn(int slot) {
    return RUNNING | (slot << SLOT_SHIFT);
  }

  static int status(int state) {
    return state & STATUS_MASK;
  }

  static int slot(int state) {
    return state >>> SLOT_SHIFT;
  }

  static int withStatus(int state, int status) {
    return (state & ~STATUS_MASK) | status;
  }

  static boolean isDone(int state) {
    return status(state) >= SUCCEEDED;
  }

  static boolean isCancelled(int state) {
    return status(state) >= CANCELLED;
  }

  /** Returns whether a node in this state may be taken out of the middle of the queue. */
  static boolean isSweepable(int state) {
    return (state & OUT_OF_TURN) != 0;
  }

  /**
   * Puts the running body of this node below other user code on the stack of its worker, which is
   * the caller, so that interrupts meant for the body wait.
   *
   * @return whether an interrupt that arrived meanwhile was taken
   */
  final boolean suspend(InterruptGate gate) {
    for (; ; ) {
      int s = stateVolatile();
      switch (status(s)) {
        case RUNNING -> {
          if (casState(s, withStatus(s, SUSPENDED))) {
            return false;
          }
        }
        case INTERRUPTING -> {
          return gate.awaitDelivery(this);
        }
        default -> {
          return false;
        }
      }
    }
  }

  /** Ends {@link #suspend}; returns whether an interrupt for the body is owed to the caller. */
  final boolean resume() {
    for (; ; ) {
      int s = stateVolatile();
      switch (status(s)) {
        case SUSPENDED -> {
          if (casState(s, withStatus(s, RUNNING))) {
            return false;
          }
        }
        case OWED -> {
          setStateVolatile(withStatus(s, INTERRUPTED));
          return true;
        }
        default -> {
          return false;
        }
      }
    }
  }

  final int stateVolatile() {
    return (int) STATE.getVolatile(this);
  }

  final int stateAcquire() {
    return (int) STATE.getAcquire(this);
  }

  final int stateOpaque() {
    return (int) STATE.getOpaque(this);
  }

  final boolean casState(int expected, int update) {
    return STATE.compareAndSet(this, expected, update);
  }

  final void setStateVolatile(int update) {
    STATE.setVolatile(this, update);
  }

  final @Nullable Node nextVolatile() {
    return (Node) NEXT.getVolatile(this);
  }

  final @Nullable Node nextAcquire() {
    return (Node) NEXT.getAcquire(this);
  }

  final boolean casNext(@Nullable Node expected, Node update) {
    return NEXT.compareAndSet(this, expected, update);
  }

  final void setNextRelease(Node update) {
    NEXT.setRelease(this, update);
  }

  final @Nullable Node getAndSetNext(Node update) {
    return (Node) NEXT.getAndSet(this, update);
  }
}
