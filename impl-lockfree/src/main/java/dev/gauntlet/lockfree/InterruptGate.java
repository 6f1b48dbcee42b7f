package dev.gauntlet.lockfree;

import org.jspecify.annotations.Nullable;

/**
 * Sees to it that an interrupt meets the body it is meant for, or nothing. One per worker.
 *
 * <p>Two kinds of interrupts are sent: that of {@code cancel(true)}, to one body, and the {@link
 * StopSignal} of {@code shutdownNow}, to every body on the stack of the worker.
 */
final class InterruptGate {
  /*
   *            enterBody, or end back to a body that was below
   *   SHUT ◀────────────────────────────────────────────────▶ OPEN
   *            shut: a callback, a handler, a hire, or idling
   *
   *   field      written by                       write mode            read mode
   *   thread     hirer, before the start; worker  volatile              volatile
   *              itself, before its first body
   *   open       worker                           volatile              volatile (sender of stop;
   *                                                                     searching workers: a hint)
   *   stopSent   sender of stop, while SENDING    plain, before SENT    plain, after SENT
   *   body       worker                           confined: the body on top of the stack, or null
   *   stopSeen   worker                           confined: whether that body got the stop signal
   *
   * cancel(true) moves the task from RUNNING to INTERRUPTING, interrupts, and moves it on to
   * INTERRUPTED; the worker does not leave the body before that (leaveBody). While other user code
   * runs above the body, the task is SUSPENDED: the interrupt becomes OWED and is made up for when
   * that code has returned. A flag that is found after the claim may be a stray one, or left by the
   * body before, which the new body must not see (I1, I3), or its own. Its own comes after the CAS
   * to INTERRUPTING: whoever takes a flag and then finds the task still RUNNING has not taken that.
   *
   * The stop signal has no task to arbitrate it. The worker writes open and then reads the phase;
   * the sender writes the phase and then reads open, all volatile. Where the worker shuts the gate
   * and finds the signal NONE, the sender will find it shut and not interrupt. Where the worker
   * finds it SENDING, it waits until SENT: no interrupt is in flight after shut(). (The sender does
   * not wait for itself: what it sends to itself has arrived when it comes here.) Where it opens
   * the gate and finds NONE, the sender will find it open; else the worker interrupts itself. The
   * gate is left open from one body to the next, also to one above it (beginBody) and back (end),
   * and shut before a callback, a handler, a hire, or idling: between two bodies there is no code
   * that an interrupt could hurt. A flag that arrives there is dropped or kept for the body below,
   * and whoever comes next reads the phase after that: enterBody tells the next body, end the one
   * below. Who opens the gate again (end) has waited for SENT, or has not noted the signal as seen.
   *
   * Every body on the stack is told once: the top one by the sender (stopSent) or by enterBody, one
   * below by the end of the suspension that hid it (its saved stopSeen is false).
   *
   * Waiting for a sender is short, as it only has to reach its next statement, but it may have been
   * descheduled: the worker spins a little and parks; the sender unparks it afterwards. Flags that
   * arrive meanwhile are taken, or park would return at once (I6). It spins for less than the fifty
   * rounds after which the model checker takes a loop for one that never ends.
   */
  private static final int SPINS = 32;

  private final StopSignal stop;
  private volatile @Nullable Thread thread;
  private volatile boolean open;
  private boolean stopSent;
  private @Nullable Node body;
  private boolean stopSeen;

  InterruptGate(StopSignal stop) {
    this.stop = stop;
  }

  // The side of the worker

  void bind(Thread worker) {
    thread = worker;
  }

  boolean isOpen() {
    return open;
  }

  boolean isOfCurrentThread() {
    return thread == Thread.currentThread();
  }

  /** Begins a body that the worker has claimed. */
  void enterBody(Node claimed) {
    body = claimed;
    stopSeen = false;
    if (!open) {
      open = true;
    }
    boolean mine = Thread.interrupted() && isAimedAt(claimed);
    if (stop.isRaised()) {
      passOnStop();
      mine = true;
    }
    if (mine) {
      interruptSelf();
    }
  }

  private boolean isAimedAt(Node claimed) {
    boolean unused = awaitDelivery(claimed);
    return Node.status(claimed.stateVolatile()) == Node.INTERRUPTED;
  }

  /** Ends a body. Its flag may still be set; nothing is on its way to it except a stop signal. */
  void leaveBody(Node left) {
    if (Node.status(left.stateVolatile()) == Node.INTERRUPTING) {
      boolean unused = awaitDelivery(left);
    }
    body = null;
  }

  /** Lets no interrupt pass from now on; returns whether the flag was set, and clears it. */
  boolean shut() {
    if (open) {
      open = false;
    }
    boolean flag = stop.isSending() && awaitSent();
    return Thread.interrupted() || flag;
  }

  /** Prepares to put the body, if there is one, below other user code. */
  Suspension suspension() {
    return new Suspension();
  }

  /** The body on top has, or is about to get, the signal. */
  private void passOnStop() {
    awaitSent();
    stopSent = false;
    stopSeen = true;
  }

  /**
   * Waits for the end of a cancellation whose interrupt is on its way, or there already. The body
   * may have taken it before, so only a flag that is set now is its interrupt (C3).
   *
   * @return whether a flag was taken; a later one may still be set
   */
  boolean awaitDelivery(Node cancelled) {
    boolean flag = false;
    for (int spins = 0; Node.status(cancelled.stateVolatile()) == Node.INTERRUPTING; spins++) {
      flag |= pause(spins);
    }
    return flag;
  }

  private boolean awaitSent() {
    boolean flag = false;
    for (int spins = 0; stop.isSending(); spins++) {
      flag |= pause(spins);
    }
    return flag;
  }

  private boolean pause(int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
      return false;
    }
    boolean flag = Thread.interrupted();
    Parking.park(this);
    return flag;
  }

  // The side of those who interrupt

  /** Sends the stop signal if a body may be running. */
  void sendStop() {
    if (open) {
      stopSent = true;
      interrupt();
    }
  }

  /** Interrupts the worker; a thread whose interrupt() throws is left alone (C15). */
  void interrupt() {
    Thread worker = thread;
    if (worker != null) {
      interrupt(worker);
    }
  }

  void unpark() {
    Parking.unpark(thread);
  }

  private static void interruptSelf() {
    interrupt(Thread.currentThread());
  }

  @SuppressWarnings("Interruption") // this is what cancel(true) and shutdownNow promise
  private static void interrupt(Thread target) {
    try {
      target.interrupt();
    } catch (Throwable refusal) {
      // Nothing is interrupted; the cancellation holds all the same.
    }
  }

  /**
   * A stretch of other user code above a body, or above none. Its end undoes its beginning, even if
   * that was cut short.
   */
  final class Suspension {
    private final @Nullable Node suspended = body;
    private final boolean wasOpen = open;
    private boolean savedStopSeen = stopSeen;
    private boolean flag;

    private Suspension() {}

    void begin() {
      flag = suspended != null && suspended.suspend(InterruptGate.this);
      boolean raised = stop.isRaised();
      flag |= shut();
      if (suspended != null && raised && !stopSeen) {
        flag |= !stopSent;
        stopSent = false;
        stopSeen = true;
      }
      savedStopSeen = stopSeen;
      body = null;
    }

    /**
     * The same where nothing but another body follows. Of a signal that is raised already the body
     * may have been told: only {@link #begin} asks for that.
     */
    void beginBody() {
      if (suspended == null || stop.isRaised()) {
        begin();
      } else {
        flag = suspended.suspend(InterruptGate.this);
        flag |= Thread.interrupted();
        body = null;
      }
    }

    /** Gives the body below its flag back, and what it was owed. */
    void end() {
      if (wasOpen && open) {
        boolean unused = Thread.interrupted();
      } else {
        shut();
      }
      body = suspended;
      stopSeen = savedStopSeen;
      if (wasOpen && !open) {
        open = true;
      }
      if (suspended != null) {
        flag |= suspended.resume();
        if (stop.isRaised() && !stopSeen) {
          passOnStop();
          flag = true;
        }
      }
      if (flag) {
        interruptSelf();
      }
    }
  }
}
