package dev.gauntlet.stress.control;

import java.util.concurrent.locks.LockSupport;

/** Wakes its worker only if that has said that it sleeps, and the worker says so too late. */
public final class LostWakeUpExecutor extends SteppedExecutor {

  /** Opens it. */
  public LostWakeUpExecutor() {}

  private volatile boolean asleep;

  @Override
  public void execute(Runnable task) {
    queue.add(task);
    if (worker == null || asleep) {
      wakeWorker();
    }
  }

  @Override
  boolean awaitTask() {
    while (queue.isEmpty()) {
      Pause.shortly();
      asleep = true;
      LockSupport.park(this);
      asleep = false;
    }
    return true;
  }
}
