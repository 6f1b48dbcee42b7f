package dev.gauntlet.locking;

import org.jspecify.annotations.Nullable;

/**
 * A future with a body, and how interrupts reach that body and nothing else (C8, I2).
 *
 * <p>A body is interruptible while it is on the stack of a worker. It is covered while other user
 * code runs on top of it: a task that it helps, or callbacks of a future that it completes.
 */
abstract class BodyFuture<V extends @Nullable Object> extends LockingFuture<V> {
  /*
   *   waiting --claim--> on top --end of the body--> off the stack
   *                        | ^
   *                  cover v | uncover
   *                      covered
   *   (The states of the future are in LockingFuture.)
   *
   *   field          written by                                      guarded by
   *   runner         claim; cleared at the end of the body           see below
   *   interruptible  claim                                           see below
   *   deliveries     whoever interrupts                              lock
   *   awaited        the runner, once it parks for deliveries        lock
   *   covered        the runner                                      lock
   *   deferred       whoever interrupts, while the body is covered   lock
   *
   * Claiming writes runner and interruptible with the lock of the pool, before the state becomes
   * RUNNING; clearing runner holds lock. Whoever interrupts reads them with lock, after it has seen
   * the state RUNNING or found the body on a worker under the lock of the pool, and so after the
   * claim. The runner itself reads what it wrote.
   *
   * Thread.interrupt is called without a lock, because it can run code of the user for long (that
   * closes a channel, for instance). Instead, whoever interrupts first checks with lock that the
   * body is on the stack and not covered, and announces the delivery there; when the body has ended
   * or is about to be covered, the runner bars new deliveries with lock and then waits until those
   * announced have arrived. Only then does it clear the flag. So no interrupt can arrive later, and
   * none that was aimed at the body is left behind. One that finds the body covered is kept, and
   * raised when the body is uncovered.
   *
   * The wait is for a thread between two statements. It spins briefly and then parks; whoever
   * makes the last delivery looks for awaited with lock, so the unpark is not lost.
   */
  private static final int SPINS = 64;

  private @Nullable Thread runner;
  private boolean interruptible;
  private int deliveries;
  private boolean awaited;
  private boolean covered;
  private boolean deferred;

  /**
   * Starts the body's life on {@code thread}; the caller holds the lock of the pool.
   *
   * @param ownThread whether the thread belongs to the pool and may be interrupted (I11)
   */
  final void claim(Thread thread, boolean ownThread) {
    runner = thread;
    interruptible = ownThread;
    markRunning();
  }

  /** Returns whether the calling thread has this body on its stack. */
  final boolean isRunningHere() {
    return runner == Thread.currentThread();
  }

  /**
   * Ends the body: publishes its outcome unless the future was cancelled meanwhile, absorbs its
   * interrupts, and then runs the callbacks. Called by the runner.
   */
  final void bodyEnded(@Nullable Object value, @Nullable Throwable failure) {
    Listeners detached = null;
    boolean delivering;
    synchronized (lock) {
      runner = null;
      delivering = deliveries > 0;
      if (stateNow() == RUNNING) {
        settle(failure == null ? SUCCEEDED : FAILED, failure == null ? value : failure);
        detached = detachListeners();
      }
    }
    releaseWaiters(detached);
    if (interruptible) {
      if (delivering) {
        absorbDeliveries();
      }
      Thread.interrupted();
    }
    runCallbacks(detached);
  }

  /**
   * Cancels the future if the body is running: {@code java.util.concurrent}'s cancel (C2, C3).
   *
   * @return whether this call did it
   */
  final boolean cancelRunning(boolean interrupt) {
    StackHeadroom.requireToComplete();
    Listeners detached;
    Thread target;
    synchronized (lock) {
      if (stateNow() != RUNNING) {
        return false;
      }
      settle(CANCELLED, null);
      detached = detachListeners();
      target = interrupt ? announceDelivery() : null;
    }
    releaseWaiters(detached);
    if (target != null) {
      deliver(target);
    }
    runCallbacks(detached);
    return true;
  }

  /** Interrupts the body if it is still on a worker's stack. */
  final void interruptBody() {
    Thread target;
    synchronized (lock) {
      target = announceDelivery();
    }
    if (target != null) {
      deliver(target);
    }
  }

  /** Returns whom to interrupt, or null; the caller holds {@link #lock}. */
  private @Nullable Thread announceDelivery() {
    if (runner == null || !interruptible) {
      return null;
    }
    if (covered) {
      deferred = true;
      return null;
    }
    if (!isRunningHere()) { // an interrupt of oneself has arrived when it returns
      deliveries++;
    }
    return runner;
  }

  private void deliver(Thread target) {
    if (target == Thread.currentThread()) {
      Interrupts.raise(target);
      return;
    }
    try {
      Interrupts.raise(target);
    } finally {
      boolean wake;
      synchronized (lock) {
        deliveries--;
        wake = awaited && deliveries == 0;
      }
      if (wake) {
        Parking.unpark(target);
      }
    }
  }

  /**
   * Bars interrupts until {@link #uncover}; called by the runner, who then absorbs those that were
   * announced before.
   *
   * @return false if there is nothing to bar: the body has ended or is covered already
   */
  final boolean cover() {
    synchronized (lock) {
      if (runner == null || covered) {
        return false;
      }
      covered = true;
      return true;
    }
  }

  /** Lets interrupts through again; returns whether one was kept meanwhile. */
  final boolean uncover() {
    synchronized (lock) {
      boolean kept = deferred;
      covered = false;
      deferred = false;
      return kept;
    }
  }

  /**
   * Waits for the interrupts that were announced, and clears the flag; called by the runner after
   * it has barred new ones.
   *
   * @return whether the flag was set
   */
  final boolean absorbDeliveries() {
    boolean interrupted = false;
    for (int round = 0; isDelivering(/* willPark= */ round >= SPINS); round++) {
      interrupted |= Thread.interrupted(); // a set flag would keep the thread from parking
      if (round < SPINS) {
        Thread.onSpinWait();
      } else {
        Parking.park(this);
      }
    }
    boolean last = Thread.interrupted();
    return interrupted || last;
  }

  private boolean isDelivering(boolean willPark) {
    synchronized (lock) {
      awaited = willPark && deliveries > 0;
      return deliveries > 0;
    }
  }
}
