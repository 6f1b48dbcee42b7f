package dev.gauntlet.stress.control;

/** Lets tasks in without a lock: one that comes between look and entry is lost at a shutdown. */
public final class CheckThenQueueExecutor extends SteppedExecutor {

  /** Opens it. */
  public CheckThenQueueExecutor() {}

  @Override
  public void execute(Runnable task) {
    refuseWhenShut();
    Pause.shortly();
    queue.add(task);
    if (!shut) {
      wakeWorker();
    }
  }
}
