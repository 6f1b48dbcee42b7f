package dev.gauntlet.virtualthreads;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The submitters that wait for a permit or a place in the queue, in the order in which they came.
 * Guarded by the lock of the {@link Dispatch}; whoever calls a submitter unparks it outside.
 */
final class Room {

  /** One submitter that waits. */
  static final class Waiting {
    private final Thread thread = Thread.currentThread();
    private volatile boolean called;

    /** Whether there was room since it came; by the time it looks somebody may have taken it. */
    boolean isCalled() {
      return called;
    }
  }

  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>(0);

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  Waiting enter() {
    Waiting entered = new Waiting();
    waiting.addLast(entered);
    return entered;
  }

  /** Called by a submitter that gives up; returns false if it was called already. */
  boolean leave(Waiting submitter) {
    return waiting.remove(submitter);
  }

  /** Calls the first in the line; returns whom to unpark, or null. */
  @Nullable Thread callOne() {
    Waiting first = waiting.poll();
    if (first == null) {
      return null;
    }
    first.called = true;
    return first.thread;
  }

  /** Calls all; returns whom to unpark. */
  List<Thread> callAll() {
    List<Thread> threads = new ArrayList<>();
    for (Thread thread; (thread = callOne()) != null; ) {
      threads.add(thread);
    }
    return threads;
  }
}
