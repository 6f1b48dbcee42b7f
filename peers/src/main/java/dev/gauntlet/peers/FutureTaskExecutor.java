package dev.gauntlet.peers;

import dev.gauntlet.TaskFuture;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of the peers whose {@code submit} hands a {@link java.util.concurrent.FutureTask} to
 * their {@code execute}. It does the same with a {@link HookedTask}.
 *
 * <p>{@code invokeAll} is that of {@link AbstractExecutorService} over such tasks, because that is
 * what these peers inherit, or, in the case of virtual threads, have written out again; the peer's
 * own method would return futures that are no {@code TaskFuture}s. {@code invokeAny}, which returns
 * no future, is the peer's own.
 */
final class FutureTaskExecutor extends AdaptedExecutor {
  private final Submitter submitter;

  FutureTaskExecutor(ExecutorService peer, @Nullable Queue<Runnable> pending) {
    super(peer, pending);
    this.submitter = new Submitter(peer);
  }

  @Override
  public <T extends @Nullable Object> TaskFuture<T> submit(Callable<T> task) {
    return (TaskFuture<T>) submitter.submit(task);
  }

  @Override
  public <T extends @Nullable Object> TaskFuture<T> submit(Runnable task, T result) {
    return (TaskFuture<T>) submitter.submit(task, result);
  }

  @Override
  public TaskFuture<?> submit(Runnable task) {
    return (TaskFuture<?>) submitter.submit(task);
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks) throws InterruptedException {
    return submitter.invokeAll(tasks);
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    return submitter.invokeAll(tasks, timeout, unit);
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    return peer().invokeAny(tasks);
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return peer().invokeAny(tasks, timeout, unit);
  }

  /** Makes the tasks; its lifecycle is the peer's. */
  private static final class Submitter extends AbstractExecutorService {
    private final ExecutorService peer;

    Submitter(ExecutorService peer) {
      this.peer = peer;
    }

    @Override
    protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> task) {
      return new HookedTask<>(task);
    }

    @Override
    protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Runnable task, T result) {
      return new HookedTask<>(Executors.callable(task, result));
    }

    @Override
    public void execute(Runnable task) {
      peer.execute(task);
    }

    @Override
    public void shutdown() {
      peer.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
      return peer.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
      return peer.isShutdown();
    }

    @Override
    public boolean isTerminated() {
      return peer.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
      return peer.awaitTermination(timeout, unit);
    }
  }
}
