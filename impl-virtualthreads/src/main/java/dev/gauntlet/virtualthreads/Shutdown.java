package dev.gauntlet.virtualthreads;

import java.util.ArrayList;
import java.util.List;

/**
 * What a shutdown does to tasks that nobody can add to any more. The caller holds the callbacks
 * back by a {@link Trampoline}, so that all tasks are settled before the first one is called.
 */
final class Shutdown {

  private Shutdown() {}

  /** Cancels what has not started (L6). It takes no memory, nor an iterator. */
  static void cancelUnstarted(List<? extends Task<?>> tasks) {
    for (int i = 0; i < tasks.size(); i++) {
      var unused = tasks.get(i).cancelUnstarted();
    }
  }

  /** Cancels and returns what has not started, and interrupts what has (L8). */
  static List<Runnable> stop(List<? extends Task<?>> tasks) {
    try {
      return stopEach(tasks);
    } catch (Throwable noMemory) {
      cancelUnstarted(tasks); // what is left (R19)
      throw noMemory;
    }
  }

  private static List<Runnable> stopEach(List<? extends Task<?>> tasks) {
    List<Runnable> unstarted = new ArrayList<>();
    for (Task<?> task : tasks) {
      Runnable cancelled = task.cancelUnstarted();
      if (cancelled != null) {
        unstarted.add(cancelled);
      } else {
        task.interruptToStop();
      }
    }
    return unstarted;
  }

  /** The beginning of the text of a pool: name, identity, state (J10). */
  static String describe(String name, Pool pool) {
    String state =
        pool.isTerminated() ? "terminated" : pool.isShutdown() ? "shutting down" : "running";
    return name + "@" + Integer.toHexString(System.identityHashCode(pool)) + "[" + state;
  }
}
