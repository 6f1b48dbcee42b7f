package dev.gauntlet.stress.control;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits for a place in two steps, a look and a park: the news that comes between is lost. */
public final class LostPlaceExecutor extends SteppedExecutor {
  private volatile @Nullable Thread blocked;

  /** Opens it, with a queue of one place. */
  public LostPlaceExecutor() {}

  @Override
  public void execute(Runnable task) {
    while (!queue.isEmpty()) {
      Pause.shortly();
      blocked = Thread.currentThread();
      LockSupport.park(this);
      if (Thread.interrupted()) {
        throw new RejectedExecutionException("interrupted", new InterruptedException());
      }
    }
    super.execute(task);
  }

  /** The task has left the queue. */
  @Override
  void run(Runnable task) {
    LockSupport.unpark(blocked);
    super.run(task);
  }
}
