package dev.gauntlet.lockfree;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.stress.TaskAsPromise;
import org.jspecify.annotations.Nullable;

/**
 * A task of the lock-free pool in the place of a promise, whose state is another: who settles it
 * claims it and runs its body, as a worker would.
 */
public final class TaskPromise<V extends @Nullable Object> extends TaskAsPromise<V> {
  private static final LockFreePool POOL = new LockFreePool(ExecutorConfig.defaults());

  private final Task<V> task = new CallableTask<>(POOL, this::end);

  /** Creates a pending one. */
  public TaskPromise() {}

  @Override
  public TaskFuture<V> future() {
    return task;
  }

  @Override
  public boolean start() {
    return task.casState(Node.PENDING, Node.runningOn(0));
  }

  @Override
  protected void run() {
    task.runByCaller();
  }
}
