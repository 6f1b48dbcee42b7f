package dev.gauntlet.lockfree;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.WorkerAware;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the user holds. When it is no longer reachable its pool is shut down in order (L25), which
 * is why it has to be kept reachable until a submission is complete.
 */
final class LockFreeExecutor implements TaskExecutor, WorkerAware {
  private static final int COUNT_LIMIT = 10_000;

  private final LockFreePool pool;

  /**
   * Keeps the pool, and with it whatever its configuration refers to, until it is cleaned: by a
   * shutdown, or by the end of a pool that was broken (L33).
   */
  private final Cleaner.Cleanable whenUnreachable;

  LockFreeExecutor(ExecutorConfig config) {
    LockFreePool opened = new LockFreePool(config);
    this.pool = opened;
    this.whenUnreachable =
        Unreachable.CLEANER.register(this, () -> opened.lifecycle().shutdown(false));
    opened.lifecycle().onTermination(whenUnreachable::clean);
  }

  /** One daemon thread for all executors, started with the first of them. */
  private static final class Unreachable {
    private static final Cleaner CLEANER =
        Cleaner.create(action ->
            Thread.ofPlatform()
                .name("gauntlet-lockfree-cleaner")
                .daemon()
                .inheritInheritableThreadLocals(false)
                .unstarted(action));
  }

  @Override
  public <T extends @Nullable Object> TaskFuture<T> submit(Callable<T> task) {
    var future = new CallableTask<>(pool, Objects.requireNonNull(task, "task"));
    return accept(future);
  }

  @Override
  public <T extends @Nullable Object> TaskFuture<T> submit(Runnable task, T result) {
    Objects.requireNonNull(task, "task");
    return accept(new CallableTask<>(pool, Executors.callable(task, result)));
  }

  @Override
  public TaskFuture<?> submit(Runnable task) {
    return accept(new RunnableTask<>(pool, Objects.requireNonNull(task, "task")));
  }

  private <T extends @Nullable Object> TaskFuture<T> accept(Task<T> task) {
    try {
      pool.submit(task);
    } finally {
      Reference.reachabilityFence(this);
    }
    return task;
  }

  @Override
  public void execute(Runnable command) {
    try {
      pool.submit(new Command(Objects.requireNonNull(command, "command")));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void shutdown(boolean cancelPending) {
    pool.lifecycle().shutdown(cancelPending);
    whenUnreachable.clean();
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> neverStarted = pool.lifecycle().shutdownNow();
    whenUnreachable.clean();
    return neverStarted;
  }

  @Override
  public boolean isShutdown() {
    return pool.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return pool.lifecycle().isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return pool.lifecycle().awaitTermination(Deadline.after(timeout, unit));
  }

  @Override
  public boolean isCurrentThreadWorker() {
    return Runner.isRunning(pool) || pool.isMakingWorker();
  }

  @Override
  public String toString() {
    return "LockFreeExecutor@"
        + Integer.toHexString(System.identityHashCode(this))
        + "["
        + stateName()
        + ", workers = "
        + pool.census().live()
        + " of at most "
        + pool.config().workers()
        + ", queued tasks = "
        + queued()
        + "]";
  }

  private String stateName() {
    if (isTerminated()) {
      return "terminated";
    }
    if (pool.lifecycle().isBroken()) {
      return "broken";
    }
    return isShutdown() ? "shutting down" : "running";
  }

  /** Counting stops where nobody would read the number any more. */
  private String queued() {
    int count = pool.queue().countPending(COUNT_LIMIT);
    return count < COUNT_LIMIT ? Integer.toString(count) : COUNT_LIMIT + " or more";
  }
}
