package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.Promise;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A task that would be what a virtual thread runs in the place of a promise, which ends in another
 * way: who settles it runs its body on the spot.
 */
@SuppressWarnings("NullAway") // a value may be null where its type says so
public final class TaskPromise<V extends @Nullable Object> implements Promise<V> {
  private static final ThreadPerTaskPool POOL =
      new ThreadPerTaskPool(ExecutorConfig.defaults(), VirtualThreads.factory());

  private final Callable<V> body = this::end;
  private final ThreadTask<V> task = new ThreadTask<>(POOL, body, 0);
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
    return task.start(StateWord.ON_CALLER);
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
    task.runOnCaller();
    return ran && !task.isCancelled();
  }
}
