package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The interrupt that {@code shutdownNow} sends to all workers, once. */
final class StopSignal {
  /*
   *   NONE ──tryRaise──▶ SENDING ──sent──▶ SENT
   *
   *   field   written by                 write mode       read mode
   *   phase   the thread that raises it  CAS, volatile    volatile
   *
   * While it is SENDING, a worker may be interrupted at any moment. InterruptGate says who waits.
   */
  private static final int NONE = 0;
  private static final int SENDING = 1;
  private static final int SENT = 2;

  private static final VarHandle PHASE;

  static {
    try {
      PHASE =
          MethodHandles.lookup()
              .findVarHandle(StopSignal.class, "phase", int.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int phase;

  /** Returns whether the caller is the one to send the signal. */
  boolean tryRaise() {
    return PHASE.compareAndSet(this, NONE, SENDING);
  }

  void sent() {
    phase = SENT;
  }

  boolean isRaised() {
    return phase != NONE;
  }

  boolean isSending() {
    return phase == SENDING;
  }
}
