package dev.gauntlet;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The future of a submitted task: what Python's {@code concurrent.futures.Future} offers, and a
 * {@link Future}.
 *
 * <p>A done future never changes (S1). Whoever learns in any way that it is done sees everything
 * the body did: body end happens-before the return of {@code get}, {@code result}, {@code
 * exception} and of the state queries that report a done future, and before every callback (V2, V3,
 * V4). Equality is identity (S8). All methods are safe for use by any thread.
 *
 * <p>An untimed wait of the thread that is executing this very task would never end and throws
 * {@link IllegalStateException} (R20). An untimed wait of a worker for a pending task of its own
 * executor may run that task in place (capability {@code HELPS_NESTED_JOIN}, N2).
 */
public interface TaskFuture<V extends @Nullable Object> extends Future<V> {

  /**
   * Cancels the task if its body has not started: Python's {@code cancel}. Never touches a running
   * body. Callbacks run on this thread before the method returns (C1, C2, C4).
   *
   * @return true iff the body never runs: this call cancelled it, or the future is already {@link
   *     TaskState#CANCELLED}
   */
  boolean cancel();

  /**
   * Cancels the task as {@link Future#cancel} does. A running task becomes {@link
   * TaskState#CANCELLED} at once although its body goes on; its outcome is dropped (C2, C3, C11).
   *
   * @param mayInterruptIfRunning whether the thread that runs the body is interrupted; the
   *     interrupt reaches this body or nothing (C8)
   * @return true iff this call cancelled the future; exactly one caller ever gets true (C5)
   */
  @Override
  boolean cancel(boolean mayInterruptIfRunning);

  /** Returns the state; each value is one of the five public ones at every instant (S2). */
  TaskState taskState();

  /** Returns whether the body has started and the future is not done (S2). */
  default boolean isRunning() {
    return taskState() == TaskState.RUNNING;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A pending task reports {@link Future.State#RUNNING}: that enum has no other word for it
   * (S2).
   */
  @Override
  default State state() {
    return switch (taskState()) {
      case PENDING, RUNNING -> State.RUNNING;
      case SUCCEEDED -> State.SUCCESS;
      case FAILED -> State.FAILED;
      case CANCELLED -> State.CANCELLED;
    };
  }

  /**
   * {@inheritDoc}
   *
   * @throws CancellationException if cancelled; a new instance for each call (C18)
   * @throws ExecutionException if the body threw; a new instance for each call, whose cause is what
   *     the body threw (R1)
   * @throws InterruptedException if the future is not done and the caller is interrupted (R9, R10)
   */
  @Override
  V get() throws InterruptedException, ExecutionException;

  /**
   * {@inheritDoc}
   *
   * <p>A done future never times out (R5); a time-out of zero or less never parks (R6).
   */
  @Override
  V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException;

  /**
   * Waits for the outcome. Rethrows what the body threw: a {@link RuntimeException} or {@link
   * Error} as the same instance, a checked exception as the cause of a {@link CompletionException}
   * (R3).
   *
   * @throws CancellationException if cancelled
   * @throws InterruptedException if the future is not done and the caller is interrupted
   */
  V result() throws InterruptedException;

  /**
   * Waits for the outcome for at most {@code timeout}, as {@link #result()}.
   *
   * @throws TimeoutException if the future is not done in time; one that the body threw arrives as
   *     the cause of a {@link CompletionException} instead (R14)
   */
  V result(Duration timeout) throws InterruptedException, TimeoutException;

  /**
   * Waits until done and returns what the body threw, the same instance, or null if it succeeded
   * (R2).
   *
   * @throws CancellationException if cancelled
   * @throws InterruptedException if the future is not done and the caller is interrupted
   */
  @Nullable Throwable exception() throws InterruptedException;

  /**
   * Waits for at most {@code timeout}, as {@link #exception()}.
   *
   * @throws TimeoutException if the future is not done in time
   */
  @Nullable Throwable exception(Duration timeout) throws InterruptedException, TimeoutException;

  @Override
  V resultNow();

  @Override
  Throwable exceptionNow();

  /**
   * Runs {@code callback} with this future once it is done: on the thread that completes or cancels
   * it, in the order of registration (K2), with no lock of the implementation held (K6); or, if it
   * is already done, on this thread before this method returns (K3). A callback on a worker starts
   * with a clear interrupt flag (K11). What a callback throws is reported to {@code
   * ExecutorConfig.callbackFailureHandler} and affects nothing else (K7). A chain of futures that
   * complete each other in callbacks does not grow the stack (K10).
   *
   * @return this future
   */
  TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback);

  /**
   * Hands {@code callback} to {@code executor} once this future is done. A refusal of the executor
   * is reported as a failure of the callback (K16).
   *
   * @return this future
   */
  TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback, Executor executor);

  /**
   * Returns a new view of this future: it completes as this one does, exceptionally with what the
   * body threw. Cancelling or completing the view does not affect this future (C22).
   */
  default CompletableFuture<V> toCompletableFuture() {
    CompletableFuture<V> view = new CompletableFuture<>();
    addDoneCallback(done -> CompletableView.settle(view, done));
    return view;
  }
}
