package dev.gauntlet.stress.control;

/** Does not look at its queue when its worker dies of a task. */
public final class LostWorkerExecutor extends SteppedExecutor {

  /** Opens it. */
  public LostWorkerExecutor() {}

  @Override
  public synchronized void execute(Runnable task) {
    queue.add(task);
    if (worker == null) {
      wakeWorker();
    }
  }

  @Override
  void run(Runnable task) {
    task.run();
  }
}
