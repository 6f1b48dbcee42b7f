package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.stress.TaskAsPromise;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A task that would be what a virtual thread runs in the place of a promise, which ends in another
 * way: who settles it runs its body on the spot.
 */
public final class TaskPromise<V extends @Nullable Object> extends TaskAsPromise<V> {
  private static final ThreadPerTaskPool POOL =
      new ThreadPerTaskPool(ExecutorConfig.defaults(), VirtualThreads.factory());

  private final Callable<V> body = this::end;
  private final ThreadTask<V> task = new ThreadTask<>(POOL, body, 0);

  /** Creates a pending one. */
  public TaskPromise() {}

  @Override
  public TaskFuture<V> future() {
    return task;
  }

  @Override
  public boolean start() {
    return task.start(StateWord.ON_CALLER);
  }

  @Override
  protected void run() {
    task.runOnCaller();
  }
}
