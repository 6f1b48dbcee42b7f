package dev.gauntlet.conformance.reference;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** State, outcome, waiters and callbacks; all of them are guarded by the monitor. */
public abstract class ReferenceFuture<V> implements WaitableFuture<V> {
  private static final AtomicLong IDS = new AtomicLong();

  protected final Monitor monitor;
  protected final ExecutorConfig config;
  private final long id = IDS.incrementAndGet();

  /** Written under the monitor, after the outcome. */
  private volatile TaskState state = TaskState.PENDING;

  private V value;
  private Throwable failure;
  private List<FutureWaiter> waiters = new ArrayList<>(0);
  private List<Consumer<? super TaskFuture<V>>> callbacks = new ArrayList<>(0);

  ReferenceFuture(Monitor monitor, ExecutorConfig config) {
    this.monitor = monitor;
    this.config = config;
  }

  // --- what a task adds --------------------------------------------------------------------

  /** Under the monitor: the future has left PENDING for a done state, or a running body lost it. */
  public void onSettled() {}

  /** Under the monitor: the future was cancelled while its body ran. */
  public void interruptBody() {}

  /** Before an untimed wait: runs the task here, or refuses a wait that could never end. */
  public void beforeUntimedWait() {}

  /** Runs a callback of this future; neither throws. */
  public void runCallback(Runnable callback) {
    callback.run();
  }

  // --- changes of state --------------------------------------------------------------------

  /** Under the monitor: PENDING to RUNNING. */
  public final boolean started() {
    state = TaskState.RUNNING;
    monitor.changed();
    return true;
  }

  /** Under the monitor: to a done state; whoever gets true has to announce it afterwards. */
  public final boolean settle(TaskState done, V newValue, Throwable newFailure) {
    if (state.isDone()) {
      return false;
    }
    value = newValue;
    failure = newFailure;
    state = done;
    monitor.changed();
    onSettled();
    return true;
  }

  public final boolean settleAndAnnounce(TaskState done, V newValue, Throwable newFailure) {
    boolean settled = monitor.locked(() -> settle(done, newValue, newFailure));
    if (settled) {
      announce(List.of(this));
    }
    return settled;
  }

  /** Without the monitor: tells the waiters of all, then runs the callbacks of all. */
  public static void announce(List<? extends ReferenceFuture<?>> settled) {
    settled.forEach(ReferenceFuture::tellWaiters);
    settled.forEach(ReferenceFuture::runCallbacks);
  }

  public void tellWaiters() {
    List<FutureWaiter> told =
        monitor.locked(() -> {
          List<FutureWaiter> all = waiters;
          waiters = List.of();
          return all;
        });
    told.forEach(this::tell);
  }

  public void tell(FutureWaiter waiter) {
    waiter.futureDone(this);
  }

  public void runCallbacks() {
    CallbackQueue.run(
        takeCallbacks().stream().<Runnable>map(callback -> () -> call(callback)).toList());
  }

  public List<Consumer<? super TaskFuture<V>>> takeCallbacks() {
    return monitor.locked(() -> {
      List<Consumer<? super TaskFuture<V>>> taken = callbacks;
      callbacks = List.of();
      return taken;
    });
  }

  public final void call(Consumer<? super TaskFuture<V>> callback) {
    runCallback(() -> {
      try {
        callback.accept(this);
      } catch (Throwable thrown) {
        reportCallbackFailure(thrown);
      }
    });
  }

  public void reportCallbackFailure(Throwable thrown) {
    config.reportCallbackFailure(this, thrown);
  }

  // --- cancelling and asking ---------------------------------------------------------------

  @Override
  public boolean cancel() {
    boolean cancelled =
        monitor.locked(() -> state == TaskState.PENDING && settle(TaskState.CANCELLED, null, null));
    if (cancelled) {
      announce(List.of(this));
    }
    return state == TaskState.CANCELLED;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled =
        monitor.locked(() -> {
          boolean running = state == TaskState.RUNNING;
          boolean done = settle(TaskState.CANCELLED, null, null);
          if (done && running && mayInterruptIfRunning) {
            interruptBody();
          }
          return done;
        });
    if (cancelled) {
      announce(List.of(this));
    }
    return cancelled;
  }

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

  // --- retrieval ---------------------------------------------------------------------------

  private void awaitDone() throws InterruptedException {
    if (!isDone() && !Thread.currentThread().isInterrupted()) {
      beforeUntimedWait();
    }
    awaitDoneUntil(null);
  }

  private void awaitDone(Deadline deadline) throws InterruptedException, TimeoutException {
    if (!awaitDoneUntil(deadline)) {
      throw new TimeoutException();
    }
  }

  /** Returns whether the future is done; a null deadline waits without end. */
  public boolean awaitDoneUntil(Deadline deadline) throws InterruptedException {
    return monitor.await(this::isDone, deadline);
  }

  /** Of a done future. */
  private Throwable failureOrCancellation() {
    if (state == TaskState.CANCELLED) {
      throw newCancellationException();
    }
    return failure;
  }

  public CancellationException newCancellationException() {
    return new CancellationException();
  }

  public ExecutionException newExecutionException(Throwable cause) {
    return new ExecutionException(cause.getClass().getName(), cause);
  }

  private V valueOrExecutionException() throws ExecutionException {
    Throwable thrown = failureOrCancellation();
    if (thrown != null) {
      throw newExecutionException(thrown);
    }
    return value;
  }

  private V valueOrThrow() {
    Throwable thrown = failureOrCancellation();
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw new CompletionException(thrown.getClass().getName(), thrown);
    }
    return value;
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    awaitDone();
    return valueOrExecutionException();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    awaitDone(Deadline.after(timeout, unit));
    return valueOrExecutionException();
  }

  @Override
  public V result() throws InterruptedException {
    awaitDone();
    return valueOrThrow();
  }

  @Override
  public V result(Duration timeout) throws InterruptedException, TimeoutException {
    awaitDone(Deadline.after(timeout));
    return valueOrThrow();
  }

  @Override
  public Throwable exception() throws InterruptedException {
    awaitDone();
    return failureOrCancellation();
  }

  @Override
  public Throwable exception(Duration timeout) throws InterruptedException, TimeoutException {
    awaitDone(Deadline.after(timeout));
    return failureOrCancellation();
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
      throw new IllegalStateException("no exception: " + this);
    }
    return failure;
  }

  // --- waiters and callbacks ---------------------------------------------------------------

  @Override
  public boolean addWaiter(FutureWaiter waiter) {
    return monitor.locked(() -> !isDone() && waiters.add(waiter));
  }

  @Override
  public void removeWaiter(FutureWaiter waiter) {
    monitor.locked(() -> {
      for (int i = 0; i < waiters.size(); i++) {
        if (waiters.get(i) == waiter) {
          waiters.remove(i);
          return;
        }
      }
    });
  }

  @Override
  public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    Objects.requireNonNull(callback, "callback");
    boolean added = monitor.locked(() -> !isDone() && callbacks.add(callback));
    if (!added) {
      call(callback);
    }
    return this;
  }

  @Override
  public TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    Objects.requireNonNull(callback, "callback");
    Objects.requireNonNull(executor, "executor");
    return addDoneCallback(done ->
        executor.execute(() -> {
          try {
            callback.accept(this);
          } catch (Throwable thrown) {
            reportCallbackFailure(thrown);
          }
        }));
  }

  @Override
  public String toString() {
    return "future " + id + " [" + state + "]";
  }
}
