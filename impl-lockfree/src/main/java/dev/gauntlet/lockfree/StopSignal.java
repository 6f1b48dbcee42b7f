package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The interrupt that {@code shutdownNow} sends to all workers, once. */
final class StopSignal {
  /*
   *   NONE ──tryRaise──▶ SENDING ──sent──▶ SENT
   *
   *   field   written by                 write mode       read mode
   *   phase   the thread that raises it  CAS, volatile    volatile
   *   sender  the thread that raises it  volatile         volatile
   *
   * While it is SENDING, a worker may be interrupted at any moment. InterruptGate says who waits:
   * never the sender, which may be a worker of the pool and run foreign code meanwhile, in an
   * interrupt() that is overridden or in what a channel does when its thread is interrupted. If
   * somebody reads SENDING without a sender, it is another thread, and waits.
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
  private volatile @Nullable Thread sender;

  /** Returns whether the caller is the one to send the signal. */
  boolean tryRaise() {
    if (!PHASE.compareAndSet(this, NONE, SENDING)) {
      return false;
    }
    sender = Thread.currentThread();
    return true;
  }

  void sent() {
    sender = null;
    phase = SENT;
  }

  boolean isRaised() {
    return phase != NONE;
  }

  /** Returns whether another thread than the current one is sending. */
  boolean isSending() {
    return phase == SENDING && sender != Thread.currentThread();
  }
}
