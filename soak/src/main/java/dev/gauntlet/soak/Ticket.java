package dev.gauntlet.soak;

import dev.gauntlet.TaskFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One task of an epoch, and what has become of it so far. A body returns its own ticket. */
final class Ticket {
  /*
   *   field                       written by                      write mode   read mode
   *   future, fate                the submitter                   volatile     volatile
   *   runs, cancels, returned     anybody                         CAS          volatile
   *   cancelled, aimed            whoever cancels                 volatile     volatile
   *   thrown, ended               the body                        volatile     volatile
   *   trace                       the body                        plain        plain: by whoever
   *                                                                            the future told
   *
   * aimed is set before a cancel that interrupts, so whoever meets the interrupt reads it.
   */

  /** How the task came to the executor. */
  enum Way {
    /** By submit: there is a future. */
    SUBMITTED,
    /** By execute: there is none. */
    EXECUTED,
    /** By invokeAll, invokeAny or map, which may give up and cancel. */
    BULK
  }

  /** What the executor said. */
  enum Fate {
    OFFERED,
    ACCEPTED,
    REFUSED
  }

  final int number;
  final Way way;
  final AtomicInteger runs = new AtomicInteger();

  /** How often {@code cancel(boolean)} has returned true. */
  final AtomicInteger cancels = new AtomicInteger();

  /** How often shutdownNow has returned the task. */
  final AtomicInteger returned = new AtomicInteger();

  /** Whether {@code cancel()} has returned true. */
  volatile boolean cancelled;

  /** Whether an interrupt of the body has a reason. */
  volatile boolean aimed;

  /** Whether the future of the task yields null instead of the ticket. */
  volatile boolean yieldsNull;

  volatile boolean ended;
  volatile @Nullable Throwable thrown;
  volatile @Nullable TaskFuture<?> future;
  volatile Fate fate = Fate.OFFERED;
  private volatile @Nullable Body body;
  private int trace;

  Ticket(int number, Way way) {
    this.number = number;
    this.way = way;
  }

  void holds(Body itsBody) {
    body = itsBody;
  }

  @Nullable Body body() {
    return body;
  }

  void accepted(@Nullable TaskFuture<?> itsFuture) {
    future = itsFuture;
    fate = Fate.ACCEPTED;
  }

  void refused() {
    fate = Fate.REFUSED;
  }

  void leaveTrace() {
    trace = ~number;
  }

  /** Returns whether the plain write of the body is seen (V2 to V4). */
  boolean showsTrace() {
    return trace == ~number;
  }

  @Override
  public String toString() {
    return "task " + number + " (" + Tally.nameOf(way) + ", " + body + ")";
  }
}
