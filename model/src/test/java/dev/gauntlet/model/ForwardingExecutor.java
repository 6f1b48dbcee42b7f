package dev.gauntlet.model;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** An executor in front of a sound one, for a subclass to go wrong in one step. */
class ForwardingExecutor implements TaskExecutor {
  final TaskExecutor sound;

  ForwardingExecutor(TaskExecutor sound) {
    this.sound = sound;
  }

  @Override
  public <T> TaskFuture<T> submit(Callable<T> task) {
    return sound.submit(task);
  }

  @Override
  public <T> TaskFuture<T> submit(Runnable task, T result) {
    return sound.submit(task, result);
  }

  @Override
  public TaskFuture<?> submit(Runnable task) {
    return sound.submit(task);
  }

  @Override
  public void execute(Runnable task) {
    sound.execute(task);
  }

  @Override
  public void shutdown(boolean cancelPending) {
    sound.shutdown(cancelPending);
  }

  @Override
  public List<Runnable> shutdownNow() {
    return sound.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return sound.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return sound.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return sound.awaitTermination(timeout, unit);
  }

  @Override
  public void close() {
    sound.close();
  }
}
