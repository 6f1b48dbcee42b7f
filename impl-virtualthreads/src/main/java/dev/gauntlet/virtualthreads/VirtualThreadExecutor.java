package dev.gauntlet.virtualthreads;

import static dev.gauntlet.virtualthreads.StateWord.EXECUTED;
import static dev.gauntlet.virtualthreads.StateWord.RUNNABLE;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.WorkerAware;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the user holds. The pool behind it does not refer to it, and has threads only while it has
 * tasks: an executor that is forgotten finishes what it accepted and leaves nothing (L25).
 */
final class VirtualThreadExecutor implements TaskExecutor, WorkerAware {
  private final Pool pool;

  VirtualThreadExecutor(Pool pool) {
    this.pool = pool;
  }

  @Override
  public <T extends @Nullable Object> TaskFuture<T> submit(Callable<T> task) {
    return pool.submit(Objects.requireNonNull(task, "task"), 0);
  }

  @Override
  public <T extends @Nullable Object> TaskFuture<T> submit(Runnable task, T result) {
    return pool.submit(Executors.callable(Objects.requireNonNull(task, "task"), result), 0);
  }

  @Override
  public TaskFuture<?> submit(Runnable task) {
    return pool.submit(Objects.requireNonNull(task, "task"), RUNNABLE);
  }

  @Override
  public void execute(Runnable task) {
    pool.submit(Objects.requireNonNull(task, "task"), RUNNABLE | EXECUTED);
  }

  @Override
  public void shutdown(boolean cancelPending) {
    pool.shutdown(cancelPending);
  }

  @Override
  public List<Runnable> shutdownNow() {
    return pool.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return pool.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return pool.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return pool.awaitTermination(timeout, Objects.requireNonNull(unit, "unit"));
  }

  @Override
  public boolean isCurrentThreadWorker() {
    return pool.isExecutingHere();
  }

  @Override
  public String toString() {
    return pool.toString();
  }
}
