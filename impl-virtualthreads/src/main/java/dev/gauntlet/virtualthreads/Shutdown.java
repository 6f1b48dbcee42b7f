package dev.gauntlet.virtualthreads;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a shutdown does to tasks that nobody can add to any more. The caller holds the callbacks
 * back by a {@link Trampoline}, so that all tasks are settled before the first one is called.
 */
final class Shutdown {

  private Shutdown() {}

  /** Cancels what has not started (L6). */
  static void cancelUnstarted(Collection<? extends Task<?>> tasks) {
    for (Task<?> task : tasks) {
      var unused = task.cancelUnstarted();
    }
  }

  /** Cancels and returns what has not started, and interrupts what has (L8). */
  static List<Runnable> stop(Collection<? extends Task<?>> tasks) {
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
