package dev.gauntlet.soak;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Leaves everything to a sound future; a subclass does one thing wrong. */
class ForwardingFuture<V> implements TaskFuture<V> {
  final TaskFuture<V> sound;

  ForwardingFuture(TaskFuture<V> sound) {
    this.sound = sound;
  }

  @Override
  public boolean cancel() {
    return sound.cancel();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return sound.cancel(mayInterruptIfRunning);
  }

  @Override
  public TaskState taskState() {
    return sound.taskState();
  }

  @Override
  public boolean isDone() {
    return sound.isDone();
  }

  @Override
  public boolean isCancelled() {
    return sound.isCancelled();
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    return sound.get();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return sound.get(timeout, unit);
  }

  @Override
  public V result() throws InterruptedException {
    return sound.result();
  }

  @Override
  public V result(Duration timeout) throws InterruptedException, TimeoutException {
    return sound.result(timeout);
  }

  @Override
  public Throwable exception() throws InterruptedException {
    return sound.exception();
  }

  @Override
  public Throwable exception(Duration timeout) throws InterruptedException, TimeoutException {
    return sound.exception(timeout);
  }

  @Override
  public V resultNow() {
    return sound.resultNow();
  }

  @Override
  public Throwable exceptionNow() {
    return sound.exceptionNow();
  }

  @Override
  public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    sound.addDoneCallback(done -> callback.accept(this));
    return this;
  }

  @Override
  public TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    sound.addDoneCallback(done -> callback.accept(this), executor);
    return this;
  }
}
