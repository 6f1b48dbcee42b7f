package dev.gauntlet.virtualthreads;

import static dev.gauntlet.virtualthreads.StateWord.AWAITED;
import static dev.gauntlet.virtualthreads.StateWord.CANCELLED;
import static dev.gauntlet.virtualthreads.StateWord.COVERED;
import static dev.gauntlet.virtualthreads.StateWord.INTERRUPTER;
import static dev.gauntlet.virtualthreads.StateWord.INTERRUPT_LATER;
import static dev.gauntlet.virtualthreads.StateWord.ON_STACK;
import static dev.gauntlet.virtualthreads.StateWord.ON_TOP;
import static dev.gauntlet.virtualthreads.StateWord.STOPPED;
import static dev.gauntlet.virtualthreads.StateWord.has;
import static dev.gauntlet.virtualthreads.StateWord.interrupters;
import static dev.gauntlet.virtualthreads.StateWord.withStatus;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The thread that runs the body, and the handshake by which an interrupt reaches that body or
 * nothing (C8, I2).
 */
abstract class RunnerState extends FutureState {
  /*
   *   --start--> ON_TOP --end of the body--> on no stack
   *                | ^
   *          cover v | uncover
   *               COVERED
   *   --start on a thread of the user--> ON_CALLER --end of the body--> on no stack
   *
   * An interrupter counts itself in by a CAS that finds the body ON_TOP, interrupts the runner, and
   * counts itself out. The runner takes the body off the top by a CAS on the same word, and then
   * lets nothing else run on its thread before the count is zero. So an interrupter that was
   * counted in finds the body's thread still with the body, and one that comes later is not counted
   * in. The last one out looks for AWAITED, which the runner sets by CAS before it parks: of the
   * two operations on one word the later one sees the earlier one, so the runner is unparked.
   *
   * A worker that runs a second body in place COVERs the first: interrupts for the first are noted
   * as INTERRUPT_LATER and delivered by the worker to itself when it uncovers it.
   *
   *   field    written by                          write mode              read by / mode
   *   runner   the thread entitled to start        plain, before its CAS   counted-in interrupters,
   *                                                                        plain, after their CAS
   *            the same, after the last interrupter is out: null
   */
  private static final int SPINS_FOR_INTERRUPTERS = 64;

  private @Nullable Thread runner;

  RunnerState(int state, @Nullable Object payload) {
    super(state, payload);
  }

  /** Called by the one thread that is entitled to start the task, before it does. */
  final void setRunner(@Nullable Thread thread) {
    runner = thread;
  }

  /** The thread that was given to {@link #setRunner} and has not left the task. */
  final @Nullable Thread runner() {
    return runner;
  }

  /** Whether the body is on the stack of {@code thread}; exact only for the calling thread. */
  final boolean runsOn(Thread thread) {
    return has(word(), ON_STACK) && runner == thread;
  }

  /** Whether an interrupt may have been sent to the body, or may be about to be. */
  final boolean isDisturbed() {
    int s = word();
    return StateWord.isCancelled(s) || has(s, STOPPED);
  }

  /** CANCELLED from RUNNING, if the word is still {@code s}. */
  final boolean cancelRunning(int s, boolean interrupt) {
    int next = withStatus(s, CANCELLED);
    boolean deliver = interrupt && has(s, ON_TOP);
    if (deliver) {
      next += INTERRUPTER;
    } else if (interrupt && has(s, COVERED)) {
      next |= INTERRUPT_LATER;
    }
    if (!casWord(s, next)) {
      return false;
    }
    if (deliver) {
      interruptRunner();
    }
    return true;
  }

  /** The interrupt of shutdownNow, once for each body that is on a worker's stack. */
  final void interruptToStop() {
    while (true) {
      int s = word();
      if (has(s, STOPPED) || !has(s, ON_TOP | COVERED)) {
        return;
      }
      if (has(s, COVERED)) {
        if (casWord(s, s | STOPPED | INTERRUPT_LATER)) {
          return;
        }
      } else if (casWord(s, (s | STOPPED) + INTERRUPTER)) {
        interruptRunner();
        return;
      }
    }
  }

  /** A thread that refuses to be interrupted must not make cancel fail (C15). */
  private void interruptRunner() {
    Thread thread = Objects.requireNonNull(runner);
    try {
      thread.interrupt();
    } catch (Throwable refused) {
      // The future is cancelled all the same; its body is just not told.
    } finally {
      int before = addToWord(-INTERRUPTER);
      if (has(before, AWAITED) && interrupters(before) == 1) {
        LockSupport.unpark(thread);
      }
    }
  }

  /** Called by the runner, with the body off the stack: returns with its flag clear for good. */
  final void clearInterrupts() {
    awaitInterrupters();
    Thread.interrupted();
  }

  /**
   * Returns when no interrupter is under way. A virtual thread gives its carrier away meanwhile
   * (I6).
   *
   * @return whether the flag was set and has been cleared: a thread does not park with it
   */
  private boolean awaitInterrupters() {
    boolean interrupted = false;
    int spins = 0;
    for (int s = word(); interrupters(s) > 0; s = word()) {
      if (spins < SPINS_FOR_INTERRUPTERS) {
        spins++;
        Thread.onSpinWait();
      } else if (!has(s, AWAITED)) {
        casWord(s, s | AWAITED);
      } else {
        interrupted |= Thread.interrupted();
        LockSupport.park(this);
      }
    }
    return interrupted;
  }

  /**
   * Called by the runner before it runs another body in place.
   *
   * @return whether an interrupt of the covered body is pending; the flag is clear afterwards
   */
  final boolean cover() {
    boolean interrupted = false;
    while (true) {
      interrupted |= awaitInterrupters();
      int s = word();
      if (interrupters(s) == 0 && casWord(s, (s & ~ON_TOP) | COVERED)) {
        return Thread.interrupted() || interrupted;
      }
    }
  }

  /** Called by the runner when the body that ran in place has ended and its flag is clear. */
  final void uncover(boolean interrupted) {
    while (true) {
      int s = word();
      if (casWord(s, (s & ~(COVERED | INTERRUPT_LATER)) | ON_TOP)) {
        if (interrupted || has(s, INTERRUPT_LATER)) {
          Thread.currentThread().interrupt();
        }
        return;
      }
    }
  }
}
