package dev.gauntlet.locking;

import java.util.ArrayList;
import java.util.List;

/**
 * The tasks that are refused because a worker could not be started. Whoever waits for one is told
 * at once. Callbacks are kept until nothing queued is left to nobody: they may wait for any of it.
 * Confined to the thread that has tried to start the worker.
 */
final class Refusals implements Runnable {
  private final List<Listeners> uncalled = new ArrayList<>();

  void add(LockingTask<?> refused) {
    Listeners detached = refused.tellWaiters();
    if (detached != null) {
      uncalled.add(detached);
    }
  }

  void runCallbacks() {
    Trampoline.deferring(this);
  }

  @Override
  public void run() {
    for (Listeners listeners : uncalled) {
      LockingFuture.runCallbacks(listeners);
    }
  }
}
