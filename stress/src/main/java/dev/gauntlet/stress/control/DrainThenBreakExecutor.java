package dev.gauntlet.stress.control;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** Fails what is queued and then closes itself: a task that comes between is lost. */
public final class DrainThenBreakExecutor extends SteppedExecutor {

  /** Opens it. */
  public DrainThenBreakExecutor() {}

  private static final int PAUSES = 20;
  private volatile boolean broken;

  @Override
  public void execute(Runnable task) {
    if (broken) {
      throw new RejectedExecutionException("broken");
    }
    queue.add(task);
    if (worker == null) {
      wakeWorker();
    }
  }

  @Override
  boolean awaitTask() {
    for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
      ((Future<?>) task).cancel(false);
    }
    for (int i = 0; i < PAUSES; i++) {
      Pause.shortly();
    }
    broken = true;
    return false;
  }

  @Override
  void workerEnds() {}
}
