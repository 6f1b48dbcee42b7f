package dev.gauntlet.lockfree;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.Promise;
import org.jspecify.annotations.Nullable;

/**
 * A task of the lock-free pool in the place of a promise, whose state is another: who settles it
 * claims it and runs its body, as a worker would.
 */
@SuppressWarnings("NullAway") // a value may be null where its type says so
public final class TaskPromise<V extends @Nullable Object> implements Promise<V> {
  private static final LockFreePool POOL = new LockFreePool(ExecutorConfig.defaults());

  private final Task<V> task = new CallableTask<>(POOL, this::end);
  private @Nullable V value;
  private @Nullable Exception failure;
  private boolean ran;

  /** Creates a pending one. */
  public TaskPromise() {}

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
    return task.casState(Node.PENDING, Node.runningOn(0));
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
    task.runByCaller();
    return ran && !task.isCancelled();
  }
}
