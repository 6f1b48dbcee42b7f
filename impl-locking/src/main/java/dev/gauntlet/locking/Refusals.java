package dev.gauntlet.locking;

import org.jspecify.annotations.Nullable;

/**
 * The tasks that are refused because a worker could not be started or initialised. Whoever waits
 * for one is told at once. Callbacks are kept until nothing queued is left to nobody: they may wait
 * for any of it. Confined to the thread that has tried to start or initialise the worker; keeping
 * them takes no memory, which may be what that worker lacked.
 */
final class Refusals implements Runnable {
  private @Nullable Listeners first;
  private @Nullable Listeners last;

  void add(LockingTask<?> refused) {
    Listeners detached = refused.tellWaiters();
    if (detached == null) {
      return;
    }
    if (last == null) {
      first = detached;
    } else {
      last.next = detached;
    }
    last = detached;
  }

  void runCallbacks() {
    if (first == null) {
      return;
    }
    try {
      Trampoline.deferring(this);
    } catch (Throwable noMemory) {
      Diagnostics.CALLBACKS_NOT_RUN.warn(noMemory);
    }
  }

  @Override
  public void run() {
    while (first != null) {
      Listeners listeners = first;
      first = listeners.next;
      listeners.next = null;
      LockingFuture.runCallbacks(listeners);
    }
    last = null;
  }
}
