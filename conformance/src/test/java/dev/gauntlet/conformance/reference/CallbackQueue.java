package dev.gauntlet.conformance.reference;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * The callbacks that the completions on one thread have still to run: a completion within a
 * callback appends, and the outermost one runs them all.
 */
public final class CallbackQueue {
  private static final ThreadLocal<Queue<Runnable>> RUNNING = new ThreadLocal<>();

  private CallbackQueue() {}

  /** Runs a body that does not belong to the callback on whose stack it runs. */
  static void apart(Runnable body) {
    Queue<Runnable> outer = RUNNING.get();
    RUNNING.remove();
    try {
      body.run();
    } finally {
      if (outer != null) {
        RUNNING.set(outer);
      }
    }
  }

  /** Runs the callbacks, which throw nothing, or leaves them to the outermost call. */
  public static void run(List<Runnable> callbacks) {
    Queue<Runnable> outermost = RUNNING.get();
    if (outermost != null) {
      outermost.addAll(callbacks);
      return;
    }
    if (callbacks.isEmpty()) {
      return;
    }
    Queue<Runnable> queue = new ArrayDeque<>(callbacks);
    RUNNING.set(queue);
    try {
      while (!queue.isEmpty()) {
        queue.remove().run();
      }
    } finally {
      RUNNING.remove();
    }
  }
}
