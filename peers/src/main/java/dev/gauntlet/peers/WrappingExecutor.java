package dev.gauntlet.peers;

import dev.gauntlet.TaskFuture;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of a peer with futures of its own: it submits to the peer and wraps what the peer
 * returns. {@code invokeAll} and {@code invokeAny} are the defaults over {@code submit}, for a peer
 * that has no such operations.
 */
class WrappingExecutor extends AdaptedExecutor {
  private final FutureWrapper wrapper;

  WrappingExecutor(ExecutorService peer, @Nullable Queue<Runnable> pending, FutureWrapper wrapper) {
    super(peer, pending);
    this.wrapper = wrapper;
  }

  final FutureWrapper wrapper() {
    return wrapper;
  }

  @Override
  public final <T extends @Nullable Object> TaskFuture<T> submit(Callable<T> task) {
    Objects.requireNonNull(task, "task");
    Claim claim = new Claim();
    return wrapper.wrap(peer().submit(new ClaimedCallable<T>(task, claim)), claim);
  }

  @Override
  public final <T extends @Nullable Object> TaskFuture<T> submit(Runnable task, T result) {
    Objects.requireNonNull(task, "task");
    Claim claim = new Claim();
    return wrapper.wrap(peer().submit(new ClaimedRunnable(task, claim), result), claim);
  }

  @Override
  public final TaskFuture<?> submit(Runnable task) {
    Objects.requireNonNull(task, "task");
    Claim claim = new Claim();
    return wrapper.wrap(peer().submit(new ClaimedRunnable(task, claim)), claim);
  }
}
