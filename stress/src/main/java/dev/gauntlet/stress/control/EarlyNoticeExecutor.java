package dev.gauntlet.stress.control;

import java.util.concurrent.RejectedExecutionException;

/** Shows the shutdown first, and refuses tasks a moment later. */
public final class EarlyNoticeExecutor extends SteppedExecutor {
  private volatile boolean closed;

  /** Opens it. */
  public EarlyNoticeExecutor() {}

  @Override
  public void execute(Runnable task) {
    if (closed) {
      throw new RejectedExecutionException("shut down");
    }
    queue.add(task);
    wakeWorker();
  }

  @Override
  public synchronized void shutdown() {
    super.shutdown();
    Pause.shortly();
    closed = true;
  }
}
