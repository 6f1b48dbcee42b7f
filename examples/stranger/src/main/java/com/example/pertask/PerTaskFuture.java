package com.example.pertask;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A task and its future in one object. */
final class PerTaskFuture<V> implements WaitableFuture<V>, Runnable {
  /*
   * PENDING ── begin ──▶ RUNNING ── end, cancel(boolean) ──▶ SUCCEEDED, FAILED, CANCELLED
   *    └────── cancel ─────────────────────────────────────▶ CANCELLED
   *
   * Every field that changes is guarded by the lock, except that `state` is also read without it:
   * it is written after the outcome, which never changes again. Whoever settles the future
   * announces it, once, after giving up the lock: no user code runs under it.
   */
  private static final AtomicLong IDS = new AtomicLong();

  private final long id = IDS.incrementAndGet();
  private final PerTaskExecutor executor;
  private final Runnable command;
  private final Object lock = new Object();
  private final CountDownLatch done = new CountDownLatch(1);

  /** Null once it has begun or never will. */
  private Callable<V> body;

  /** The thread that has the body on its stack, or null. */
  private Thread thread;

  private volatile TaskState state = TaskState.PENDING;
  private V value;
  private Throwable failure;
  private List<FutureWaiter> waiters = new ArrayList<>();
  private List<Runnable> callbacks = new ArrayList<>();

  /** Creates a pending task; {@code command} is what was executed, null for a submitted task. */
  PerTaskFuture(PerTaskExecutor executor, Callable<V> body, Runnable command) {
    this.executor = executor;
    this.body = body;
    this.command = command;
  }

  // --- running -------------------------------------------------------------------------------

  /** Runs the body, unless it has begun or was cancelled before. */
  @Override
  public void run() {
    Callable<V> begun = begin();
    if (begun == null) {
      return;
    }
    V result = null;
    Throwable thrown = null;
    try {
      result = begun.call();
    } catch (Throwable anything) {
      thrown = anything;
    }
    if (end(result, thrown)) {
      announce();
    }
    if (command != null && thrown != null) {
      PerTaskFuture.<RuntimeException>leaveToTheThread(thrown);
    }
  }

  private Callable<V> begin() {
    synchronized (lock) {
      if (state != TaskState.PENDING) {
        return null;
      }
      state = TaskState.RUNNING;
      thread = Thread.currentThread();
      Callable<V> begun = body;
      body = null;
      return begun;
    }
  }

  /** No interrupt of this body arrives after it has ended, because interrupts need the lock. */
  private boolean end(V result, Throwable thrown) {
    synchronized (lock) {
      thread = null;
      Thread.interrupted();
      return settle(thrown == null ? TaskState.SUCCEEDED : TaskState.FAILED, result, thrown);
    }
  }

  /** An executed command has no future to tell, only the uncaught-exception handler (L21). */
  @SuppressWarnings("unchecked")
  private static <X extends Throwable> void leaveToTheThread(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /** Returns what {@code shutdownNow} hands out for this task. */
  Runnable handedOut() {
    return command == null ? this : command;
  }

  void interruptBody() {
    synchronized (lock) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  // --- settling ------------------------------------------------------------------------------

  /** With the lock. Returns whether this call settled the future. */
  private boolean settle(TaskState outcome, V result, Throwable thrown) {
    if (state.isDone()) {
      return false;
    }
    body = null;
    value = result;
    failure = thrown;
    state = outcome;
    return true;
  }

  /** Without the lock. Releases those who wait, then runs the callbacks (S5). */
  private void announce() {
    List<FutureWaiter> released;
    List<Runnable> due;
    synchronized (lock) {
      released = waiters;
      due = callbacks;
      waiters = List.of();
      callbacks = List.of();
    }
    done.countDown();
    released.forEach(waiter -> waiter.futureDone(this));
    CallbackQueue.run(due);
  }

  /** Cancels the task if it has not begun; returns whether this call did it. */
  boolean cancelPending() {
    return cancel(/* evenIfRunning= */ false, /* interrupt= */ false);
  }

  @Override
  public boolean cancel() {
    return cancelPending() || isCancelled();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return cancel(/* evenIfRunning= */ true, mayInterruptIfRunning);
  }

  private boolean cancel(boolean evenIfRunning, boolean interrupt) {
    synchronized (lock) {
      boolean allowed = evenIfRunning || state == TaskState.PENDING;
      if (!allowed || !settle(TaskState.CANCELLED, null, null)) {
        return false;
      }
      if (interrupt) {
        interruptBody();
      }
    }
    announce();
    return true;
  }

  // --- asking and waiting --------------------------------------------------------------------

  @Override
  public TaskState taskState() {
    return state;
  }

  @Override
  public boolean isDone() {
    return state.isDone();
  }

  @Override
  public boolean isCancelled() {
    return state == TaskState.CANCELLED;
  }

  private void await() throws InterruptedException {
    if (!isDone()) {
      tryRunInPlace();
      done.await();
    }
  }

  private void await(long nanos) throws InterruptedException, TimeoutException {
    if (!isDone() && !done.await(nanos, TimeUnit.NANOSECONDS)) {
      throw new TimeoutException();
    }
  }

  /** Never runs it, but refuses the wait that could not end: that of the body for itself (R20). */
  @Override
  public boolean tryRunInPlace() {
    synchronized (lock) {
      if (thread == Thread.currentThread() && !isDone()) {
        throw new IllegalStateException("the task waits for itself: " + this);
      }
      return false;
    }
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    await();
    return valueOrExecutionException();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    await(unit.toNanos(timeout));
    return valueOrExecutionException();
  }

  @Override
  public V result() throws InterruptedException {
    await();
    return valueOrRethrow();
  }

  @Override
  public V result(Duration timeout) throws InterruptedException, TimeoutException {
    await(Deadline.toNanos(timeout));
    return valueOrRethrow();
  }

  @Override
  public Throwable exception() throws InterruptedException {
    await();
    return failureUnlessCancelled();
  }

  @Override
  public Throwable exception(Duration timeout) throws InterruptedException, TimeoutException {
    await(Deadline.toNanos(timeout));
    return failureUnlessCancelled();
  }

  private Throwable failureUnlessCancelled() {
    if (isCancelled()) {
      throw new CancellationException();
    }
    return failure;
  }

  /** The messages name the class alone: {@code toString} of a failure is user code (R1). */
  private V valueOrExecutionException() throws ExecutionException {
    Throwable thrown = failureUnlessCancelled();
    if (thrown != null) {
      throw new ExecutionException(thrown.getClass().getName(), thrown);
    }
    return value;
  }

  private V valueOrRethrow() {
    return switch (failureUnlessCancelled()) {
      case null -> value;
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      case Throwable checked ->
          throw new CompletionException(checked.getClass().getName(), checked);
    };
  }

  @Override
  public V resultNow() {
    if (state != TaskState.SUCCEEDED) {
      throw new IllegalStateException("no result: " + this);
    }
    return value;
  }

  @Override
  public Throwable exceptionNow() {
    if (state != TaskState.FAILED) {
      throw new IllegalStateException("no failure: " + this);
    }
    return failure;
  }

  // --- being told ----------------------------------------------------------------------------

  @Override
  public boolean addWaiter(FutureWaiter waiter) {
    synchronized (lock) {
      return !isDone() && waiters.add(waiter);
    }
  }

  @Override
  public void removeWaiter(FutureWaiter waiter) {
    synchronized (lock) {
      for (int i = 0; i < waiters.size(); i++) {
        if (waiters.get(i) == waiter) {
          waiters.remove(i);
          return;
        }
      }
    }
  }

  @Override
  public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    Objects.requireNonNull(callback, "callback");
    boolean added;
    synchronized (lock) {
      added = !isDone() && callbacks.add(() -> call(callback));
    }
    if (!added) {
      call(callback);
    }
    return this;
  }

  @Override
  public TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor callbackExecutor) {
    Objects.requireNonNull(callback, "callback");
    Objects.requireNonNull(callbackExecutor, "callbackExecutor");
    return addDoneCallback(done -> callbackExecutor.execute(() -> call(callback)));
  }

  /** On a thread of this executor a callback starts with a clear interrupt flag (K11). */
  private void call(Consumer<? super TaskFuture<V>> callback) {
    boolean interrupted = executor.isCurrentThreadWorker() && Thread.interrupted();
    try {
      callback.accept(this);
    } catch (Throwable thrown) {
      executor.config().reportCallbackFailure(this, thrown);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public String toString() {
    return "PerTaskFuture-" + id + "[" + state + "]";
  }
}
