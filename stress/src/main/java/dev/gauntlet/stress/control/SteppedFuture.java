package dev.gauntlet.stress.control;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.WaitableFuture;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A future settled by hand in steps that a subclass can weaken. Sound as it stands, and simple
 * rather than fast: a parked thread and a callback are waiters like any other.
 */
class SteppedFuture<V extends @Nullable Object> implements Promise<V>, WaitableFuture<V> {
  /*
   *   field    written by                         write mode          read mode
   *   outcome  start, settle, cancel              CAS                 volatile
   *   waiters  register, leave (any thread)       CAS                 volatile
   *            release (who settled)              getAndSet TOLD
   *
   * The list of waiters is immutable; it ends with TOLD, after which nobody registers.
   */
  /** Compared by identity. */
  static final class Outcome {
    final TaskState state;
    final @Nullable Object value;

    Outcome(TaskState state, @Nullable Object value) {
      this.state = state;
      this.value = value;
    }
  }

  /** Compared by identity. */
  static final class Waiters {
    final @Nullable FutureWaiter first;
    final @Nullable Waiters rest;

    Waiters(@Nullable FutureWaiter first, @Nullable Waiters rest) {
      this.first = first;
      this.rest = rest;
    }
  }

  static final Outcome PENDING = new Outcome(TaskState.PENDING, null);
  static final Outcome RUNNING = new Outcome(TaskState.RUNNING, null);
  static final Waiters TOLD = new Waiters(null, null);

  final AtomicReference<Outcome> outcome = new AtomicReference<>(PENDING);
  final AtomicReference<@Nullable Waiters> waiters = new AtomicReference<>();

  // The steps

  Outcome outcome() {
    return outcome.get();
  }

  boolean replace(Outcome expected, Outcome update) {
    return outcome.compareAndSet(expected, update);
  }

  boolean register(FutureWaiter waiter) {
    for (; ; ) {
      Waiters rest = waiters.get();
      if (rest == TOLD) {
        return false;
      }
      if (waiters.compareAndSet(rest, new Waiters(waiter, rest))) {
        return true;
      }
    }
  }

  void leave(FutureWaiter waiter) {
    for (; ; ) {
      Waiters all = waiters.get();
      if (all == TOLD || waiters.compareAndSet(all, without(all, waiter))) {
        return;
      }
    }
  }

  /** Waits until the future is settled; looks again after the registration, before it parks. */
  void awaitRelease(FutureWaiter waiter) throws InterruptedException {
    while (!isSettled()) {
      park(waiter);
    }
  }

  final void park(FutureWaiter waiter) throws InterruptedException {
    LockSupport.park(this);
    if (Thread.interrupted()) {
      leave(waiter);
      interrupted();
    }
  }

  /** Answers an interrupt that a waiting thread has met; its flag is clear already. */
  void interrupted() throws InterruptedException {
    throw new InterruptedException();
  }

  @SuppressWarnings("ReferenceEquality") // waiters are told apart by identity
  static @Nullable Waiters without(@Nullable Waiters list, FutureWaiter waiter) {
    if (list == null) {
      return null;
    }
    Waiters rest = without(list.rest, waiter);
    return list.first == waiter ? rest : new Waiters(list.first, rest);
  }

  private void release() {
    for (Waiters w = waiters.getAndSet(TOLD); w != null; w = w.rest) {
      if (w.first != null) {
        w.first.futureDone(this);
      }
    }
  }

  // The writing side

  @Override
  public final TaskFuture<V> future() {
    return this;
  }

  @Override
  public final boolean start() {
    if (replace(PENDING, RUNNING)) {
      return true;
    }
    if (isDone()) {
      return false;
    }
    throw new IllegalStateException("started already");
  }

  @Override
  public final boolean trySucceed(V value) {
    return settle(new Outcome(TaskState.SUCCEEDED, value));
  }

  @Override
  public final boolean tryFail(Throwable failure) {
    return settle(new Outcome(TaskState.FAILED, failure));
  }

  private boolean settle(Outcome settled) {
    if (replace(PENDING, settled) || replace(RUNNING, settled)) {
      release();
      return true;
    }
    return false;
  }

  @Override
  public final boolean cancel() {
    if (replace(PENDING, new Outcome(TaskState.CANCELLED, null))) {
      release();
      return true;
    }
    return isCancelled();
  }

  @Override
  public final boolean cancel(boolean mayInterruptIfRunning) {
    return settle(new Outcome(TaskState.CANCELLED, null));
  }

  // The reading side

  @Override
  public final TaskState taskState() {
    return outcome().state;
  }

  @Override
  public final boolean isDone() {
    return taskState().isDone();
  }

  /** Looks as a waiting thread does, with a volatile read in any case: it has to end. */
  final boolean isSettled() {
    return outcome.get().state.isDone();
  }

  @Override
  public final boolean isCancelled() {
    return taskState() == TaskState.CANCELLED;
  }

  @Override
  public final V get() throws InterruptedException, ExecutionException {
    if (!isDone()) {
      Thread self = Thread.currentThread();
      FutureWaiter waiter = done -> LockSupport.unpark(self);
      if (register(waiter)) {
        awaitRelease(waiter);
      }
    }
    return report();
  }

  @Override
  public final V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!isDone()) {
      Deadline deadline = Deadline.after(timeout, unit);
      Thread self = Thread.currentThread();
      FutureWaiter waiter = done -> LockSupport.unpark(self);
      boolean registered = register(waiter);
      while (registered && !isSettled()) {
        if (deadline.hasPassed()) {
          leave(waiter);
          throw new TimeoutException();
        }
        LockSupport.parkNanos(this, deadline.remainingNanos());
        if (Thread.interrupted()) {
          leave(waiter);
          interrupted();
        }
      }
    }
    return report();
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // what was set is a V, null or not
  private V report() throws ExecutionException {
    Outcome settled = outcome();
    return switch (settled.state) {
      case SUCCEEDED -> (V) settled.value;
      case FAILED -> throw new ExecutionException(exceptionNow());
      default -> throw new CancellationException();
    };
  }

  @Override
  public final V result() throws InterruptedException {
    try {
      return get();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }

  @Override
  public final V result(Duration timeout) throws InterruptedException, TimeoutException {
    try {
      return get(Deadline.toNanos(timeout), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }

  @Override
  public final @Nullable Throwable exception() throws InterruptedException {
    try {
      get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  @Override
  public final @Nullable Throwable exception(Duration timeout)
      throws InterruptedException, TimeoutException {
    try {
      get(Deadline.toNanos(timeout), TimeUnit.NANOSECONDS);
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // what was set is a V, null or not
  public final V resultNow() {
    Outcome settled = outcome();
    if (settled.state != TaskState.SUCCEEDED) {
      throw new IllegalStateException(settled.state.name());
    }
    return (V) settled.value;
  }

  @Override
  public final Throwable exceptionNow() {
    Outcome settled = outcome();
    if (settled.state == TaskState.FAILED && settled.value instanceof Throwable failure) {
      return failure;
    }
    throw new IllegalStateException(settled.state.name());
  }

  @Override
  public final boolean addWaiter(FutureWaiter waiter) {
    return !isDone() && register(waiter);
  }

  @Override
  public final void removeWaiter(FutureWaiter waiter) {
    leave(waiter);
  }

  @Override
  public final TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    if (!addWaiter(done -> callback.accept(this))) {
      callback.accept(this);
    }
    return this;
  }

  @Override
  public final TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    return addDoneCallback(done -> executor.execute(() -> callback.accept(done)));
  }
}
