package dev.gauntlet.locking;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.stress.TaskAsPromise;
import org.jspecify.annotations.Nullable;

/**
 * A task of the pool with locks in the place of a promise, which ends in another way: it waits in
 * the queue of a pool whose only worker is busy for ever, and who settles it claims it and runs its
 * body, as a worker would.
 */
public final class TaskPromise<V extends @Nullable Object> extends TaskAsPromise<V> {
  private static final LockingPool POOL = BusyPool.open();

  private final Worker worker = new Worker(POOL);
  private final LockingTask<V> task = new CallableTask<>(POOL, this::end);

  /** Creates a pending one. */
  public TaskPromise() {
    if (!POOL.offer(task, null)) {
      throw new AssertionError("a queue without a bound is full");
    }
  }

  @Override
  public TaskFuture<V> future() {
    return task;
  }

  @Override
  public boolean start() {
    return POOL.claimQueued(task, worker);
  }

  @Override
  protected void run() {
    if (POOL.claimQueued(task, worker)) {
      task.runBody();
      POOL.ended(task, worker);
    }
  }
}
