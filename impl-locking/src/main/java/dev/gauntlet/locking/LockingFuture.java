package dev.gauntlet.locking;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.locking.Listeners.Waiter;
import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * State, outcome, waiters and callbacks of a future. Retrieval from a done future takes no lock:
 * one volatile read tells that the outcome is there.
 */
abstract class LockingFuture<V extends @Nullable Object> implements WaitableFuture<V> {
  /*
   *   PENDING --> RUNNING --> SUCCEEDED | FAILED
   *      |           |
   *      +-----------+------> CANCELLED
   *
   *   A promise goes from PENDING to SUCCEEDED and FAILED too, and so does a task that is refused
   *   or whose pool has broken.
   *
   *   field      guarded by, for writing                           read
   *   state      who leaves PENDING: the lock of the pool for a    volatile, anywhere
   *              task, lock for a promise;
   *              who leaves RUNNING: lock
   *   outcome    as state, and written before it                   plain, after state was seen done
   *   listeners  lock                                              under lock
   *
   * Exactly one thread leaves each state, because it checks the state under the lock that guards
   * leaving it. A done state is never left, so it can be read without a lock, and with it the
   * outcome that was written before.
   *
   * No registration is lost. The state is done before the listeners are detached, and both adding
   * and detaching hold the lock. A registration that comes before the detachment is in the list and
   * is told; one that comes after it sees the done state and is refused. A registration between the
   * two, which sees a done state although the list is still there, is refused as well.
   */
  static final int PENDING = 0;
  static final int RUNNING = 1;
  static final int SUCCEEDED = 2;
  static final int FAILED = 3;
  static final int CANCELLED = 4;

  private static final TaskState[] STATES = {
    TaskState.PENDING, TaskState.RUNNING, TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED
  };

  final Object lock = FutureLocks.any();
  private volatile int state;
  private @Nullable Object outcome;
  private @Nullable Listeners listeners;

  /** Returns the configuration that says to whom failing callbacks are reported. */
  abstract ExecutorConfig config();

  /** Returns who decides whether a reader spins before it parks; null if it never does. */
  abstract @Nullable Spinning readers();

  // Transitions, for subclasses.

  final int stateNow() {
    return state;
  }

  final void markRunning() {
    state = RUNNING;
  }

  /** Publishes a done state; the caller holds the lock that guards leaving the current one. */
  final void settle(int done, @Nullable Object result) {
    outcome = result;
    state = done;
  }

  /** Takes the listeners of a future that is done; the caller holds {@link #lock}. */
  final @Nullable Listeners detachListeners() {
    Listeners detached = listeners;
    listeners = null;
    return detached;
  }

  /** Called without a lock by whoever has settled the future while it held {@link #lock}. */
  final boolean isListenedTo() {
    return listeners != null;
  }

  /**
   * Called before a future is settled from outside its body, under {@link #lock}: whoever has no
   * stack left to tell the listeners does not get as far as settling it (R19).
   */
  final void requireRoomToTell() {
    if (listeners != null) {
      StackHeadroom.requireToComplete();
    }
  }

  final void releaseWaiters(@Nullable Listeners detached) {
    if (detached != null && detached.hasWaiters()) {
      detached.releaseWaiters(this);
    }
  }

  static void runCallbacks(@Nullable Listeners detached) {
    if (detached != null && detached.hasCallbacks()) {
      Trampoline.run(detached);
    }
  }

  /** Tells everybody; the caller has settled the future, and holds no lock any more. */
  final void announce() {
    runCallbacks(tellWaiters());
  }

  /** Tells those who wait, as {@link #announce}; returns whose callbacks have yet to be run. */
  final @Nullable Listeners tellWaiters() {
    Listeners detached;
    synchronized (lock) {
      detached = detachListeners();
    }
    releaseWaiters(detached);
    return detached;
  }

  // Queries.

  @Override
  public final TaskState taskState() {
    return STATES[state];
  }

  @Override
  public final boolean isDone() {
    return state > RUNNING;
  }

  @Override
  public final boolean isCancelled() {
    return state == CANCELLED;
  }

  @Override
  public final V resultNow() {
    return value(Outcomes.resultNow(state, outcome));
  }

  @Override
  public final Throwable exceptionNow() {
    return Outcomes.exceptionNow(state, outcome);
  }

  // Retrieval.

  @Override
  public final V get() throws InterruptedException, ExecutionException {
    return value(Outcomes.get(awaitDone(), outcome));
  }

  @Override
  public final V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return value(Outcomes.get(awaitDone(unit.toNanos(timeout)), outcome));
  }

  @Override
  public final V result() throws InterruptedException {
    return value(Outcomes.result(awaitDone(), outcome));
  }

  @Override
  public final V result(Duration timeout) throws InterruptedException, TimeoutException {
    return value(Outcomes.result(awaitDone(Deadline.toNanos(timeout)), outcome));
  }

  @Override
  public final @Nullable Throwable exception() throws InterruptedException {
    return Outcomes.exception(awaitDone(), outcome);
  }

  @Override
  public final @Nullable Throwable exception(Duration timeout)
      throws InterruptedException, TimeoutException {
    return Outcomes.exception(awaitDone(Deadline.toNanos(timeout)), outcome);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // it is what the body returned, and that is a V
  private V value(@Nullable Object raw) {
    return (V) raw;
  }

  private int awaitDone() throws InterruptedException {
    int seen = state;
    if (seen > RUNNING) {
      return seen;
    }
    throwIfInterrupted();
    if (!tryRunInPlace()) {
      park(null);
    }
    return state;
  }

  private int awaitDone(long nanos) throws InterruptedException, TimeoutException {
    int seen = state;
    if (seen > RUNNING) {
      return seen;
    }
    throwIfInterrupted();
    if (nanos <= 0 || !park(Deadline.after(nanos, TimeUnit.NANOSECONDS))) {
      throw new TimeoutException();
    }
    return state;
  }

  /**
   * Parks until done or the deadline, if there is one; returns whether it is done. The done state
   * is looked at before the interrupt flag each time, so the flag is cleared only where it ends the
   * wait (R11).
   */
  private boolean park(@Nullable Deadline deadline) throws InterruptedException {
    if (spin(deadline)) {
      return true;
    }
    Thread thread = Thread.currentThread();
    Waiter waiter = new Waiter(done -> Parking.unpark(thread));
    if (!add(waiter)) {
      return true;
    }
    try {
      while (!isDone()) {
        throwIfInterrupted();
        if (deadline == null) {
          Parking.park(this);
        } else if (deadline.hasPassed()) {
          return false;
        } else {
          Parking.parkNanos(this, deadline.remainingNanos());
        }
      }
      return true;
    } finally {
      if (!isDone()) {
        remove(waiter);
      }
    }
  }

  /** Waits without parking, where that is worthwhile; returns whether it is done. */
  private boolean spin(@Nullable Deadline deadline) {
    Spinning spinning = readers();
    return spinning != null
        && (deadline == null || deadline.remainingNanos() > Spinning.LONGEST_NANOS)
        && spinning.isWorthwhile()
        && spinning.until(this::isDone);
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  // Registration.

  @Override
  public final boolean addWaiter(FutureWaiter waiter) {
    Objects.requireNonNull(waiter, "waiter");
    return !isDone() && add(new Waiter(waiter));
  }

  @Override
  public final void removeWaiter(FutureWaiter waiter) {
    synchronized (lock) {
      if (listeners != null) {
        listeners.remove(waiter);
      }
    }
  }

  @Override
  public final TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    Objects.requireNonNull(callback, "callback");
    register(new Listeners.Callback<>(this, callback, null));
    return this;
  }

  @Override
  public final TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    Objects.requireNonNull(callback, "callback");
    Objects.requireNonNull(executor, "executor");
    register(new Listeners.Callback<>(this, callback, executor));
    return this;
  }

  private boolean add(Waiter waiter) {
    synchronized (lock) {
      if (isDone()) {
        return false;
      }
      attachedListeners().add(waiter);
      return true;
    }
  }

  private void remove(Waiter waiter) {
    synchronized (lock) {
      if (listeners != null) {
        listeners.remove(waiter);
      }
    }
  }

  private void register(Listeners.Callback<?> callback) {
    if (isDone() || !attach(callback)) {
      runLate(callback);
    }
  }

  private boolean attach(Listeners.Callback<?> callback) {
    synchronized (lock) {
      if (isDone()) {
        return false;
      }
      attachedListeners().add(callback);
      return true;
    }
  }

  /** On a thread that is no worker there is nothing that the end of its stack could cut short. */
  private static void runLate(Listeners.Callback<?> callback) {
    if (Worker.current() == null) {
      callback.run();
      return;
    }
    StackHeadroom.requireToComplete();
    Worker.apart(callback::run);
  }

  private Listeners attachedListeners() {
    if (listeners == null) {
      listeners = new Listeners();
    }
    return listeners;
  }

  @Override
  public final String toString() {
    return "LockingFuture@"
        + Integer.toHexString(System.identityHashCode(this))
        + "["
        + taskState()
        + "]";
  }
}
