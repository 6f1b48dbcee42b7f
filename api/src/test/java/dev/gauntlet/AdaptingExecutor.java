package dev.gauntlet;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The least executor on which the shared operations can be tested: the JDK's, futures adapted. */
class AdaptingExecutor implements TaskExecutor {
  private final ExecutorService source = Executors.newVirtualThreadPerTaskExecutor();

  @Override
  public <T> TaskFuture<T> submit(Callable<T> task) {
    return TaskFutures.adapt(source.submit(task));
  }

  @Override
  public <T> TaskFuture<T> submit(Runnable task, T result) {
    return TaskFutures.adapt(source.submit(task, result));
  }

  @Override
  public TaskFuture<?> submit(Runnable task) {
    return TaskFutures.adapt(source.submit(task));
  }

  @Override
  public void execute(Runnable command) {
    source.execute(command);
  }

  @Override
  public void shutdown(boolean cancelPending) {
    source.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return source.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return source.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return source.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return source.awaitTermination(timeout, unit);
  }
}
