package dev.gauntlet;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An executor with the operations of Python's {@code concurrent.futures.Executor} that can stand
 * wherever an {@link ExecutorService} is expected.
 *
 * <p>Actions before a submission happen-before the body of the task (V1). A submission after
 * shutdown throws {@link RejectedExecutionException} and its task never runs; every accepted task
 * reaches a terminal state (L1, L2). Everything bodies and their callbacks did happens-before
 * {@link #awaitTermination} returns true and before {@link #close} returns (V7).
 */
public interface TaskExecutor extends ExecutorService {

  /**
   * Submits a task.
   *
   * @throws NullPointerException if {@code task} is null, before any effect (L26)
   * @throws RejectedExecutionException if the executor is shut down, broken ({@link
   *     BrokenExecutorException}), full, or has no thread to run it; the task then never runs
   */
  @Override
  <T extends @Nullable Object> TaskFuture<T> submit(Callable<T> task);

  /** Submits a task whose future succeeds with {@code result} (J1); errors as {@link #submit}. */
  @Override
  <T extends @Nullable Object> TaskFuture<T> submit(Runnable task, T result);

  /** Submits a task whose future succeeds with null (J1); errors as {@link #submit}. */
  @Override
  TaskFuture<?> submit(Runnable task);

  /**
   * Applies {@code fn} to every input in tasks of this executor and returns the results in input
   * order. Every input is read, and its task submitted, before this method returns (M2).
   *
   * @throws RejectedExecutionException if the executor is shut down, even for no input (M18), or
   *     refuses an input; the tasks submitted before it are cancelled (M9)
   */
  default <A extends @Nullable Object, R extends @Nullable Object> MappedResults<R> map(
      Function<? super A, ? extends R> fn, Iterable<? extends A> inputs) {
    return map(fn, inputs, MapOptions.defaults());
  }

  /**
   * Applies {@code fn} as {@link #map(Function, Iterable)}, with a time-out counted from this call
   * and a bound on the tasks that are submitted and not yet yielded. A bounded map reads its input
   * in {@code map} and at the start of each {@code next}, on the caller's thread (M10, M14); what
   * the input throws there surfaces after the buffered results.
   *
   * @throws RejectedExecutionException as {@link #map(Function, Iterable)}
   */
  default <A extends @Nullable Object, R extends @Nullable Object> MappedResults<R> map(
      Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
    return MapIterator.start(this, fn, inputs, options);
  }

  /** Initiates an orderly shutdown: what was accepted still runs. Returns at once (L4). */
  @Override
  default void shutdown() {
    shutdown(false);
  }

  /**
   * Initiates a shutdown and returns without waiting. A later weaker call never weakens an earlier
   * one (L7).
   *
   * @param cancelPending whether every task that has not started is cancelled: its waiters are
   *     released and its callbacks run, on this thread (L6)
   */
  void shutdown(boolean cancelPending);

  /**
   * Shuts down, cancels what has not started and interrupts what runs (L8).
   *
   * @return the tasks that never started: the futures of submitted ones, which are {@link
   *     TaskState#CANCELLED} and do nothing when run, and the very Runnables given to {@link
   *     #execute}
   */
  @Override
  List<Runnable> shutdownNow();

  /**
   * Shuts down and waits until everything accepted is done and the workers are gone. If the caller
   * is interrupted: {@link #shutdownNow} once, waits on, and the interrupt flag is set on return
   * (L9).
   *
   * @throws IllegalStateException if called by a worker of this executor; the shutdown is initiated
   *     all the same (L10)
   */
  @Override
  default void close() {
    ExecutorClosing.close(this);
  }

  /** {@inheritDoc} The returned futures are {@link TaskFuture}s, all done (J2). */
  @Override
  default <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks) throws InterruptedException {
    return Invocations.invokeAll(this, tasks, null);
  }

  /** {@inheritDoc} What is not done at the deadline is cancelled and interrupted (J3). */
  @Override
  default <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    return Invocations.invokeAll(this, tasks, dev.gauntlet.spi.Deadline.after(timeout, unit));
  }

  /** {@inheritDoc} The tasks that were not needed are cancelled and interrupted (J5). */
  @Override
  default <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    return Invocations.invokeAny(this, tasks);
  }

  /** {@inheritDoc} The tasks that were not needed are cancelled and interrupted (J5). */
  @Override
  default <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return Invocations.invokeAny(this, tasks, dev.gauntlet.spi.Deadline.after(timeout, unit));
  }
}
