package com.example.pertask;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Runs callbacks. Those of a future that a callback completes wait until that callback is over, so
 * that a long chain of completions does not grow the stack (rule K10).
 */
final class CallbackQueue {
  private static final ThreadLocal<Queue<Runnable>> OF_THIS_THREAD = new ThreadLocal<>();

  private CallbackQueue() {}

  /** Runs the callbacks, which throw nothing, or leaves them to the call that is under way. */
  static void run(List<Runnable> callbacks) {
    Queue<Runnable> underWay = OF_THIS_THREAD.get();
    if (underWay != null) {
      underWay.addAll(callbacks);
      return;
    }
    Queue<Runnable> queue = new ArrayDeque<>(callbacks);
    OF_THIS_THREAD.set(queue);
    try {
      while (!queue.isEmpty()) {
        queue.remove().run();
      }
    } finally {
      OF_THIS_THREAD.remove();
    }
  }
}
