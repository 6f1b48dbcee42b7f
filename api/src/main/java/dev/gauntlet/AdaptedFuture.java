package dev.gauntlet;

import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A foreign future behind the interface; see {@link TaskFutures#adapt}. */
final class AdaptedFuture<V extends @Nullable Object> implements WaitableFuture<V> {
  private static final ExecutorConfig REPORTING = ExecutorConfig.defaults();

  private final Future<V> source;
  private final DoneListeners listeners = new DoneListeners();

  AdaptedFuture(Future<V> source) {
    this.source = source;
  }

  /** Makes sure that somebody will notice the end of the source. */
  private void observe() {
    if (source instanceof CompletionStage<?> stage) {
      var unused = stage.whenComplete((value, failure) -> listeners.fire(this));
    } else {
      Thread.ofVirtual().name("gauntlet-adapted-future").start(this::awaitSource);
    }
  }

  private void awaitSource() {
    while (!source.isDone()) {
      try {
        var unused = source.get();
      } catch (InterruptedException stray) {
        // Nobody interrupts this thread on purpose; the wait goes on.
      } catch (Throwable failed) {
        break; // with its failure, or with what the toString of that throws
      }
    }
    listeners.fire(this);
  }

  @Override
  public boolean addWaiter(FutureWaiter waiter) {
    return !isDone() && listeners.addWaiter(waiter, this::observe);
  }

  @Override
  public void removeWaiter(FutureWaiter waiter) {
    listeners.removeWaiter(waiter);
  }

  @Override
  public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    Objects.requireNonNull(callback, "callback");
    Runnable contained = () -> run(callback);
    if (isDone() || !listeners.addCallback(contained, this::observe)) {
      contained.run();
    }
    return this;
  }

  @Override
  public TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    Objects.requireNonNull(callback, "callback");
    Objects.requireNonNull(executor, "executor");
    return addDoneCallback(done -> executor.execute(() -> run(callback)));
  }

  private void run(Consumer<? super TaskFuture<V>> callback) {
    try {
      callback.accept(this);
    } catch (Throwable failure) {
      REPORTING.reportCallbackFailure(this, failure);
    }
  }

  @Override
  public boolean cancel() {
    return source.isCancelled();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return source.cancel(mayInterruptIfRunning);
  }

  @Override
  public TaskState taskState() {
    return switch (source.state()) {
      case RUNNING -> TaskState.RUNNING;
      case SUCCESS -> TaskState.SUCCEEDED;
      case FAILED -> TaskState.FAILED;
      case CANCELLED -> TaskState.CANCELLED;
    };
  }

  @Override
  public boolean isDone() {
    return source.isDone();
  }

  @Override
  public boolean isCancelled() {
    return source.isCancelled();
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    return source.get();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return source.get(timeout, unit);
  }

  @Override
  public V result() throws InterruptedException {
    try {
      return source.get();
    } catch (ExecutionException failed) {
      throw rethrown(causeOf(failed));
    }
  }

  @Override
  public V result(Duration timeout) throws InterruptedException, TimeoutException {
    try {
      return source.get(Deadline.toNanos(timeout), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw rethrown(causeOf(failed));
    }
  }

  @Override
  public @Nullable Throwable exception() throws InterruptedException {
    try {
      var unused = source.get();
      return null;
    } catch (ExecutionException failed) {
      return causeOf(failed);
    }
  }

  @Override
  public @Nullable Throwable exception(Duration timeout)
      throws InterruptedException, TimeoutException {
    try {
      var unused = source.get(Deadline.toNanos(timeout), TimeUnit.NANOSECONDS);
      return null;
    } catch (ExecutionException failed) {
      return causeOf(failed);
    }
  }

  private static Throwable causeOf(ExecutionException failed) {
    return failed.getCause() == null ? failed : failed.getCause();
  }

  /** Calls no method of the failure (R1): the usual message would be its toString. */
  private static RuntimeException rethrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new CompletionException(failure.getClass().getName(), failure);
  }

  @Override
  public V resultNow() {
    return source.resultNow();
  }

  @Override
  public Throwable exceptionNow() {
    return source.exceptionNow();
  }

  @Override
  public String toString() {
    return "AdaptedFuture@"
        + Integer.toHexString(System.identityHashCode(this))
        + "["
        + taskState()
        + "]";
  }
}
