package dev.gauntlet.locking;

import org.jspecify.annotations.Nullable;

/**
 * The submitters that wait for a place in a bounded queue, in the order of their arrival. Guarded
 * by the lock of the pool; they park outside it.
 */
final class BlockedSubmitters {
  /*
   *   field                          written by                  read mode
   *   first, last; links and         holders of the pool's lock  plain, with the lock
   *   listed of the submitters
   *
   * The first submitter stays in the list until it has entered its task or given up. Whatever makes
   * room unparks the first one, and a worker recruited for what is queued does so once it was asked
   * to start; entering and giving up make a new one first, which is then unparked too if there is
   * still room. So while there is room, the first submitter has an unpark on its way, and none
   * sleeps on although it could enter.
   */
  private @Nullable Submitter first;
  private @Nullable Submitter last;

  /** Returns whether {@code candidate}, or a newcomer if it is null, is next in turn. */
  boolean isTurnOf(@Nullable Submitter candidate) {
    return first == candidate;
  }

  @Nullable Thread first() {
    Submitter submitter = first;
    return submitter == null ? null : submitter.thread;
  }

  void add(Submitter submitter) {
    submitter.previous = last;
    if (last == null) {
      first = submitter;
    } else {
      last.next = submitter;
    }
    last = submitter;
    submitter.listed = true;
  }

  /** Has no effect if the submitter is not in the list. */
  void remove(Submitter submitter) {
    if (!submitter.listed) {
      return;
    }
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
    submitter.listed = false;
  }

  void unparkAll() {
    for (Submitter submitter = first; submitter != null; submitter = submitter.next) {
      Parking.unpark(submitter.thread);
    }
  }

  /** A thread that waits for a place; its links need no memory when there is none left. */
  static final class Submitter {
    private final Thread thread = Thread.currentThread();
    private @Nullable Submitter previous;
    private @Nullable Submitter next;
    private boolean listed;
  }
}
