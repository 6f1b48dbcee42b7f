package dev.gauntlet.locking;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Promise;
import org.jspecify.annotations.Nullable;

/**
 * A task of the pool with locks in the place of a promise, which ends in another way: it waits in
 * the queue of a pool whose only worker is busy for ever, and who settles it claims it and runs its
 * body, as a worker would.
 */
@SuppressWarnings("NullAway") // a value may be null where its type says so
public final class TaskPromise<V extends @Nullable Object> implements Promise<V> {
  private static final LockingPool POOL = BusyPool.open();

  private final Worker worker = new Worker(POOL);
  private final LockingTask<V> task = new CallableTask<>(POOL, this::end);
  private @Nullable V value;
  private @Nullable Exception failure;
  private boolean ran;

  /** Creates a pending one. */
  public TaskPromise() {
    if (!POOL.offer(task, null)) {
      throw new AssertionError("a queue without a bound is full");
    }
  }

  private V end() throws Exception {
    ran = true;
    if (failure != null) {
      throw failure;
    }
    return value;
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
  public boolean trySucceed(V result) {
    value = result;
    return run();
  }

  @Override
  public boolean tryFail(Throwable thrown) {
    failure = (Exception) thrown;
    return run();
  }

  private boolean run() {
    if (POOL.claimQueued(task, worker)) {
      task.runBody();
      POOL.ended(task, worker);
    }
    return ran && !task.isCancelled();
  }
}
