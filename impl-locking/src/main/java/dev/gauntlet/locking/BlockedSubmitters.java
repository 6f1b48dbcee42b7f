package dev.gauntlet.locking;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The submitters that wait for a place in a bounded queue, in the order of their arrival. Guarded
 * by the lock of the pool; they park outside it.
 */
final class BlockedSubmitters {
  /*
   * The first submitter stays in the list until it has entered its task or given up. Whatever makes
   * room unparks the first one; entering and giving up make a new one first, which is then unparked
   * too if there is still room. So while there is room, the first submitter has an unpark on its
   * way, and none sleeps on although it could enter.
   */
  private final Deque<Submitter> submitters = new ArrayDeque<>();

  /** Returns whether {@code candidate}, or a newcomer if it is null, is next in turn. */
  boolean isTurnOf(@Nullable Submitter candidate) {
    return submitters.peek() == candidate;
  }

  @Nullable Thread first() {
    Submitter first = submitters.peek();
    return first == null ? null : first.thread;
  }

  void add(Submitter submitter) {
    submitters.add(submitter);
  }

  void remove(Submitter submitter) {
    submitters.remove(submitter);
  }

  void unparkAll() {
    for (Submitter submitter : submitters) {
      Parking.unpark(submitter.thread);
    }
  }

  /** A thread that waits for a place. */
  static final class Submitter {
    private final Thread thread = Thread.currentThread();
  }
}
