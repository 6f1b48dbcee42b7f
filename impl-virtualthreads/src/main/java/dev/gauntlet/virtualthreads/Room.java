package dev.gauntlet.virtualthreads;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The submitters that wait for a permit or a place in the queue, in the order in which they came.
 * Guarded by the lock of the {@link Dispatch}; whoever calls a submitter unparks it outside. It
 * needs no memory but for those who enter.
 */
final class Room {
  /*
   *   enter ──▶ in the line ──callOne, callAll──▶ called
   *                  └──leave──▶ gone
   *
   *   field                   written by             write mode   read mode
   *   first, last; the links  holders of the lock    plain        plain, with the lock; callAll
   *                                                               leaves a chain to its caller
   *   called                  who makes room, or     volatile     volatile (the submitter, before
   *                           shuts down                          each park)
   *
   * A submitter enters with the lock held with which it found no room, so room that is made later
   * calls it. It is called before it is unparked, and looks before it parks: no call is slept
   * through. One that gives up after it was called passes the call on (Dispatch.giveUp).
   */

  /** One submitter that waits. */
  static final class Waiting {
    private final Thread thread = Thread.currentThread();
    private @Nullable Waiting previous;
    private @Nullable Waiting next;
    private volatile boolean called;

    /** Whether there was room since it came; by the time it looks somebody may have taken it. */
    boolean isCalled() {
      return called;
    }
  }

  private @Nullable Waiting first;
  private @Nullable Waiting last;

  boolean isEmpty() {
    return first == null;
  }

  Waiting enter() {
    Waiting entered = new Waiting();
    entered.previous = last;
    if (last == null) {
      first = entered;
    } else {
      last.next = entered;
    }
    last = entered;
    return entered;
  }

  /** Called by a submitter that gives up; returns false if it was called already. */
  boolean leave(Waiting submitter) {
    if (submitter.called) {
      return false;
    }
    unlink(submitter);
    return true;
  }

  private void unlink(Waiting submitter) {
    if (submitter.previous == null) {
      first = submitter.next;
    } else {
      submitter.previous.next = submitter.next;
    }
    if (submitter.next == null) {
      last = submitter.previous;
    } else {
      submitter.next.previous = submitter.previous;
    }
    submitter.previous = null;
    submitter.next = null;
  }

  /** Calls the first in the line; returns whom to unpark, or null. */
  @Nullable Thread callOne() {
    Waiting submitter = first;
    if (submitter == null) {
      return null;
    }
    unlink(submitter);
    submitter.called = true;
    return submitter.thread;
  }

  /** Calls all; returns the first of those to {@link #unpark}. */
  @Nullable Waiting callAll() {
    Waiting chain = first;
    for (Waiting submitter = chain; submitter != null; submitter = submitter.next) {
      submitter.called = true;
    }
    first = null;
    last = null;
    return chain;
  }

  /** Unparks a submitter that was called, and those behind it; without the lock. */
  static void unpark(@Nullable Waiting chain) {
    for (Waiting submitter = chain; submitter != null; submitter = submitter.next) {
      LockSupport.unpark(submitter.thread);
    }
  }
}
