package dev.gauntlet.conformance;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A view of a future that knows the waiters it holds. */
public final class CountedFuture<V extends @Nullable Object> implements WaitableFuture<V> {
  private final TaskFuture<V> source;

  /** Guarded by this: the waiters that were added and neither removed nor told. */
  private final List<FutureWaiter> waiters = new ArrayList<>();

  /** Guarded by this. */
  private boolean observed;

  CountedFuture(TaskFuture<V> source) {
    this.source = source;
  }

  /** Returns how many waiters the future holds. */
  public synchronized int waiters() {
    return waiters.size();
  }

  @Override
  public boolean addWaiter(FutureWaiter waiter) {
    synchronized (this) {
      if (source.isDone()) {
        return false;
      }
      waiters.add(waiter);
      if (observed) {
        return true;
      }
      observed = true;
    }
    source.addDoneCallback(done -> tell());
    return true;
  }

  private void tell() {
    List<FutureWaiter> told;
    synchronized (this) {
      told = List.copyOf(waiters);
      waiters.clear();
    }
    told.forEach(waiter -> waiter.futureDone(this));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // waiters are compared by identity
  public synchronized void removeWaiter(FutureWaiter waiter) {
    for (int i = 0; i < waiters.size(); i++) {
      if (waiters.get(i) == waiter) {
        waiters.remove(i);
        return;
      }
    }
  }

  @Override
  public boolean tryRunInPlace() {
    return source instanceof WaitableFuture<?> waitable && waitable.tryRunInPlace();
  }

  @Override
  public boolean cancel() {
    return source.cancel();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return source.cancel(mayInterruptIfRunning);
  }

  @Override
  public TaskState taskState() {
    return source.taskState();
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
    return source.result();
  }

  @Override
  public V result(Duration timeout) throws InterruptedException, TimeoutException {
    return source.result(timeout);
  }

  @Override
  public @Nullable Throwable exception() throws InterruptedException {
    return source.exception();
  }

  @Override
  public @Nullable Throwable exception(Duration timeout)
      throws InterruptedException, TimeoutException {
    return source.exception(timeout);
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
  public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    source.addDoneCallback(callback);
    return this;
  }

  @Override
  public TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    source.addDoneCallback(callback, executor);
    return this;
  }
}
