package dev.gauntlet.peers;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The future of the peers that run {@link FutureTask}s: one with a {@code done()} hook. What it
 * does not override here is {@code FutureTask}'s own.
 */
class HookedTask<V extends @Nullable Object> extends FutureTask<V> implements TaskFuture<V> {
  private final Claim claim;
  private final Listeners listeners = new Listeners();

  HookedTask(Callable<V> task) {
    this(task, new Claim());
  }

  /** The wrapper of the task is left to {@code FutureTask}, which drops it once done. */
  private HookedTask(Callable<V> task, Claim claim) {
    super(new ClaimedCallable<>(Objects.requireNonNull(task, "task"), claim));
    this.claim = claim;
  }

  final Claim claim() {
    return claim;
  }

  @Override
  protected void done() {
    listeners.fire();
  }

  @Override
  public boolean cancel() {
    return Outcomes.cancelIfPending(this, claim);
  }

  @Override
  public TaskState taskState() {
    return Outcomes.state(this, claim);
  }

  @Override
  public State state() {
    return super.state();
  }

  @Override
  public V result() throws InterruptedException {
    return Outcomes.result(this);
  }

  @Override
  public V result(Duration timeout) throws InterruptedException, TimeoutException {
    return Outcomes.result(this, timeout);
  }

  @Override
  public @Nullable Throwable exception() throws InterruptedException {
    return Outcomes.exception(this);
  }

  @Override
  public @Nullable Throwable exception(Duration timeout)
      throws InterruptedException, TimeoutException {
    return Outcomes.exception(this, timeout);
  }

  @Override
  public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    Objects.requireNonNull(callback, "callback");
    Runnable listener = () -> callback.accept(this);
    if (!listeners.add(listener)) {
      listener.run();
    }
    return this;
  }

  @Override
  public TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    Objects.requireNonNull(callback, "callback");
    Objects.requireNonNull(executor, "executor");
    return addDoneCallback(done -> executor.execute(() -> callback.accept(done)));
  }
}
