package dev.gauntlet.peers;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A peer's own future behind the interface; a subclass knows the peer's hook for callbacks. */
abstract class WrappedFuture<V extends @Nullable Object> implements TaskFuture<V> {
  private final Future<V> peer;
  private final Claim claim;

  WrappedFuture(Future<V> peer, Claim claim) {
    this.peer = peer;
    this.claim = claim;
  }

  /**
   * Has the peer run {@code listener} once the future is done, wherever and whenever it does so.
   */
  abstract void whenDone(Runnable listener);

  final Claim claim() {
    return claim;
  }

  @Override
  public final TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    Objects.requireNonNull(callback, "callback");
    whenDone(() -> callback.accept(this));
    return this;
  }

  @Override
  public final TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    Objects.requireNonNull(callback, "callback");
    Objects.requireNonNull(executor, "executor");
    return addDoneCallback(done -> executor.execute(() -> callback.accept(done)));
  }

  @Override
  public boolean cancel() {
    return Outcomes.cancelIfPending(peer, claim);
  }

  @Override
  public final boolean cancel(boolean mayInterruptIfRunning) {
    return peer.cancel(mayInterruptIfRunning);
  }

  @Override
  public final TaskState taskState() {
    return Outcomes.state(peer, claim);
  }

  @Override
  public final State state() {
    return peer.state();
  }

  @Override
  public final boolean isDone() {
    return peer.isDone();
  }

  @Override
  public final boolean isCancelled() {
    return peer.isCancelled();
  }

  @Override
  public final V get() throws InterruptedException, ExecutionException {
    return peer.get();
  }

  @Override
  public final V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return peer.get(timeout, unit);
  }

  @Override
  public final V resultNow() {
    return peer.resultNow();
  }

  @Override
  public final Throwable exceptionNow() {
    return peer.exceptionNow();
  }

  @Override
  public final V result() throws InterruptedException {
    return Outcomes.result(peer);
  }

  @Override
  public final V result(Duration timeout) throws InterruptedException, TimeoutException {
    return Outcomes.result(peer, timeout);
  }

  @Override
  public final @Nullable Throwable exception() throws InterruptedException {
    return Outcomes.exception(peer);
  }

  @Override
  public final @Nullable Throwable exception(Duration timeout)
      throws InterruptedException, TimeoutException {
    return Outcomes.exception(peer, timeout);
  }

  @Override
  public final String toString() {
    return peer.toString();
  }
}
