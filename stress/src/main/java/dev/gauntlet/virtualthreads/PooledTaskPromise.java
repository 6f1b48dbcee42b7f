package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.stress.TaskAsPromise;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A task of the bounded pool in the place of a promise, which ends in another way: it waits in the
 * queue of a pool whose only worker is busy for ever, and who settles it claims it and runs its
 * body, as a worker would.
 */
public final class PooledTaskPromise<V extends @Nullable Object> extends TaskAsPromise<V> {
  private static final BoundedPool POOL = busyPool();

  private final Callable<V> body = this::end;
  private final PooledTask<V> task = (PooledTask<V>) POOL.<V>submit(body, 0);

  /** Creates a pending one. */
  public PooledTaskPromise() {}

  /**
   * The worker is busy with what is no code of this class, whose initialization it would wait for.
   */
  private static BoundedPool busyPool() {
    BoundedPool pool =
        new BoundedPool(ExecutorConfig.builder().workers(1).build(), VirtualThreads.factory());
    Callable<Object> never = new FutureTask<>(() -> pool)::get;
    pool.submit(never, 0);
    return pool;
  }

  @Override
  public TaskFuture<V> future() {
    return task;
  }

  /** A task that was started is nobody's any more, or the pool would keep it for ever. */
  @Override
  public boolean start() {
    if (!POOL.claim(task)) {
      return false;
    }
    boolean started = task.start(StateWord.ON_CALLER);
    POOL.release(task);
    return started;
  }

  @Override
  protected void run() {
    if (POOL.claim(task)) {
      task.runOnCaller();
      POOL.release(task);
    }
  }
}
