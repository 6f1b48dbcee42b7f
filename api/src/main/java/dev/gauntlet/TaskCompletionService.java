package dev.gauntlet;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CompletionService} over any {@link TaskExecutor}. A future surfaces the moment it is
 * done: one that is cancelled in the queue, when it is cancelled, and not when a worker reaches it
 * (J6). Safe for use by any thread.
 */
public final class TaskCompletionService<V extends @Nullable Object>
    implements CompletionService<V> {
  private final TaskExecutor executor;
  private final BlockingQueue<TaskFuture<V>> done = new LinkedBlockingQueue<>();

  /** Creates a service that runs its tasks on {@code executor}. */
  public TaskCompletionService(TaskExecutor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
  }

  /**
   * {@inheritDoc}
   *
   * @throws RejectedExecutionException as {@link TaskExecutor#submit(Callable)}
   */
  @Override
  public TaskFuture<V> submit(Callable<V> task) {
    return watch(executor.submit(task));
  }

  /**
   * {@inheritDoc}
   *
   * @throws RejectedExecutionException as {@link TaskExecutor#submit(Callable)}
   */
  @Override
  public TaskFuture<V> submit(Runnable task, V result) {
    return watch(executor.submit(task, result));
  }

  private TaskFuture<V> watch(TaskFuture<V> future) {
    if (!FutureListening.add(future, ignored -> done.add(future))) {
      done.add(future);
    }
    return future;
  }

  /** Returns the next done future, the very one that {@code submit} returned, waiting for it. */
  @Override
  public TaskFuture<V> take() throws InterruptedException {
    return done.take();
  }

  /** Returns the next done future, or null if none is done. */
  @Override
  public @Nullable TaskFuture<V> poll() {
    return done.poll();
  }

  /** Returns the next done future, or null if none is done in time. */
  @Override
  public @Nullable TaskFuture<V> poll(long timeout, TimeUnit unit) throws InterruptedException {
    return done.poll(timeout, unit);
  }
}
