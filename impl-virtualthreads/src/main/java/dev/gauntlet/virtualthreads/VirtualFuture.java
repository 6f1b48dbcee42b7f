package dev.gauntlet.virtualthreads;

import static dev.gauntlet.virtualthreads.StateWord.FAILED;
import static dev.gauntlet.virtualthreads.StateWord.SUCCEEDED;
import static dev.gauntlet.virtualthreads.StateWord.isPending;
import static dev.gauntlet.virtualthreads.StateWord.publicState;
import static dev.gauntlet.virtualthreads.StateWord.status;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The future of both pools and of promises. State queries, cancelling and completing never block;
 * retrieval parks its thread, which costs a virtual thread nothing but its place on a carrier.
 */
abstract class VirtualFuture<V extends @Nullable Object> extends ListenedFuture
    implements WaitableFuture<V> {
  /*
   * No state of its own: the word is in FutureState, those who wait in ListenedFuture, each with
   * its table. A reader registers and then looks at the word before each park; who completes the
   * future publishes the word and then takes the listeners: the reader sees the end or is unparked.
   */
  private final TaskHost host;

  VirtualFuture(TaskHost host, int state, @Nullable Object payload) {
    super(state, payload);
    this.host = host;
  }

  final TaskHost host() {
    return host;
  }

  // --- state ---------------------------------------------------------------------------------

  @Override
  public final TaskState taskState() {
    return publicState(word());
  }

  @Override
  public final boolean isDone() {
    return StateWord.isDone(word());
  }

  @Override
  public final boolean isCancelled() {
    return StateWord.isCancelled(word());
  }

  // --- cancelling ----------------------------------------------------------------------------

  @Override
  public final boolean cancel() {
    if (!isPending(word())) {
      return isCancelled();
    }
    if (cancelUnlessStarted()) {
      settled();
      return true;
    }
    return isCancelled();
  }

  @Override
  public final boolean cancel(boolean mayInterruptIfRunning) {
    while (true) {
      int s = word();
      if (StateWord.isDone(s)) {
        return false;
      }
      if (isPending(s) ? cancelUnlessStarted() : cancelStarted(s, mayInterruptIfRunning)) {
        settled();
        return true;
      }
    }
  }

  /** Cancels a task that has not started, before anybody is told; returns false if it has. */
  boolean cancelUnlessStarted() {
    requireRoomToCancel();
    return cancelPending();
  }

  private boolean cancelStarted(int s, boolean mayInterrupt) {
    StackHeadroom.require(StackHeadroom.TO_WAKE); // the body, and the listeners
    return cancelRunning(s, mayInterrupt);
  }

  /** Called by a thread that has completed the future from outside its body. */
  final void settled() {
    Callback<?> callbacks = releaseWaiters();
    if (callbacks != null) {
      Trampoline.callAll(callbacks, Trampoline.Flag.outsideRunner(host));
    }
  }

  // --- retrieval -----------------------------------------------------------------------------

  @Override
  public final V get() throws InterruptedException, ExecutionException {
    awaitDone();
    return valueOrExecutionException();
  }

  @Override
  public final V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    Objects.requireNonNull(unit, "unit");
    awaitDone(timeout, unit);
    return valueOrExecutionException();
  }

  private V valueOrExecutionException() throws ExecutionException {
    int s = word();
    if (status(s) == SUCCEEDED) {
      return value();
    }
    throwIfCancelled(s);
    throw Outcomes.executionException(failure());
  }

  @Override
  public final V result() throws InterruptedException {
    awaitDone();
    return valueOrFailure();
  }

  @Override
  public final V result(Duration timeout) throws InterruptedException, TimeoutException {
    awaitDone(Deadline.toNanos(timeout), TimeUnit.NANOSECONDS);
    return valueOrFailure();
  }

  private V valueOrFailure() {
    int s = word();
    if (status(s) == SUCCEEDED) {
      return value();
    }
    throwIfCancelled(s);
    throw Outcomes.unchecked(failure());
  }

  @Override
  public final @Nullable Throwable exception() throws InterruptedException {
    awaitDone();
    return failureOrNull();
  }

  @Override
  public final @Nullable Throwable exception(Duration timeout)
      throws InterruptedException, TimeoutException {
    awaitDone(Deadline.toNanos(timeout), TimeUnit.NANOSECONDS);
    return failureOrNull();
  }

  private @Nullable Throwable failureOrNull() {
    int s = word();
    throwIfCancelled(s);
    return status(s) == FAILED ? failure() : null;
  }

  private static void throwIfCancelled(int s) {
    if (StateWord.isCancelled(s)) {
      throw new CancellationException();
    }
  }

  @Override
  public final V resultNow() {
    int s = word();
    if (status(s) != SUCCEEDED) {
      throw new IllegalStateException("no result: the task is " + publicState(s));
    }
    return value();
  }

  @Override
  public final Throwable exceptionNow() {
    int s = word();
    if (status(s) != FAILED) {
      throw new IllegalStateException("no exception: the task is " + publicState(s));
    }
    return failure();
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a V, null if V allows it: the body returned it
  private V value() {
    return (V) outcome();
  }

  private Throwable failure() {
    return (Throwable) Objects.requireNonNull(outcome());
  }

  /** The value or the failure of a future that is SUCCEEDED or FAILED. */
  @Nullable Object outcome() {
    return payload();
  }

  // --- waiting -------------------------------------------------------------------------------

  private void awaitDone() throws InterruptedException {
    if (isDone()) {
      return;
    }
    throwIfInterrupted();
    if (tryRunInPlace() && isDone()) {
      return; // it is not if somebody else was just about to fail it
    }
    Listener.Parked parked = new Listener.Parked(Thread.currentThread());
    if (!register(parked)) {
      return;
    }
    while (!isDone()) {
      if (Thread.interrupted()) {
        leave(parked);
        throw new InterruptedException();
      }
      LockSupport.park(this);
    }
  }

  private void awaitDone(long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    if (isDone()) {
      return;
    }
    throwIfInterrupted();
    Deadline deadline = Deadline.after(timeout, unit);
    if (deadline.hasPassed()) {
      throw new TimeoutException();
    }
    Listener.Parked parked = new Listener.Parked(Thread.currentThread());
    if (!register(parked)) {
      return;
    }
    while (!isDone()) {
      boolean interrupted = Thread.interrupted();
      long nanos = deadline.remainingNanos();
      if (interrupted || nanos <= 0) {
        leave(parked);
        if (interrupted) {
          throw new InterruptedException();
        }
        throw new TimeoutException();
      }
      LockSupport.parkNanos(this, nanos);
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @Override
  public final boolean tryRunInPlace() {
    if (isDone()) {
      return false;
    }
    if (runsOn(Thread.currentThread())) {
      throw new IllegalStateException("the task would wait for itself");
    }
    return helpIfPending();
  }

  /** Runs the task here if it is pending and the calling thread is a worker that may run it. */
  boolean helpIfPending() {
    return false;
  }

  @Override
  public final boolean addWaiter(FutureWaiter waiter) {
    return register(new Listener.Waiting(Objects.requireNonNull(waiter, "waiter")));
  }

  @Override
  public final void removeWaiter(FutureWaiter waiter) {
    leave(Objects.requireNonNull(waiter, "waiter"));
  }

  @Override
  final void tell(FutureWaiter waiter) {
    try {
      waiter.futureDone(this);
    } catch (Throwable failure) {
      host.reportCallbackFailure(this, failure);
    }
  }

  // --- callbacks -----------------------------------------------------------------------------

  @Override
  public final TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    return add(new Callback<>(this, Objects.requireNonNull(callback, "callback"), null));
  }

  @Override
  public final TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    Objects.requireNonNull(callback, "callback");
    return add(new Callback<>(this, callback, Objects.requireNonNull(executor, "executor")));
  }

  private TaskFuture<V> add(Callback<V> callback) {
    if (!register(callback)) {
      callLate(callback);
    }
    return this;
  }

  /**
   * Where no flag is to be kept apart there is nothing that the end of the stack could cut short.
   */
  private void callLate(Callback<V> callback) {
    if (Trampoline.isOfNoUse()) {
      callback.call();
      return;
    }
    StackHeadroom.require(StackHeadroom.TO_RUN);
    Trampoline.callNow(callback, Trampoline.Flag.outsideRunner(host));
  }

  /** State and identity; nothing of the outcome (S7). */
  @Override
  public final String toString() {
    return "TaskFuture@"
        + Integer.toHexString(System.identityHashCode(this))
        + "["
        + taskState()
        + "]";
  }
}
