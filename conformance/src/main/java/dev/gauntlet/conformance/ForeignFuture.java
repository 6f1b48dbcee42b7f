package dev.gauntlet.conformance;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A future as a stranger would write it: a TaskFuture and nothing more. */
class ForeignFuture<V extends @Nullable Object> implements TaskFuture<V> {
  private final TaskFuture<V> source;

  ForeignFuture(TaskFuture<V> source) {
    this.source = source;
  }

  final TaskFuture<V> source() {
    return source;
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
    source.addDoneCallback(done -> callback.accept(this));
    return this;
  }

  @Override
  public TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    source.addDoneCallback(done -> callback.accept(this), executor);
    return this;
  }
}
