package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An executor that does not keep the one behind it, and refuses everything once that is gone. */
final class WeakExecutor implements TaskExecutor {
  private final Supplier<TaskExecutor> reference;

  WeakExecutor(java.lang.ref.Reference<? extends TaskExecutor> reference) {
    this.reference = reference::get;
  }

  private TaskExecutor executor() {
    TaskExecutor executor = reference.get();
    if (executor == null) {
      throw new RejectedExecutionException("the executor was collected");
    }
    return executor;
  }

  @Override
  public <T> TaskFuture<T> submit(Callable<T> task) {
    return executor().submit(task);
  }

  @Override
  public <T> TaskFuture<T> submit(Runnable task, T result) {
    return executor().submit(task, result);
  }

  @Override
  public TaskFuture<?> submit(Runnable task) {
    return executor().submit(task);
  }

  @Override
  public void execute(Runnable command) {
    executor().execute(command);
  }

  @Override
  public void shutdown(boolean cancelPending) {
    executor().shutdown(cancelPending);
  }

  @Override
  public List<Runnable> shutdownNow() {
    return executor().shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return executor().isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return executor().isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return executor().awaitTermination(timeout, unit);
  }
}
