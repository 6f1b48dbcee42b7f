package dev.gauntlet.soak;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.WorkerAware;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Leaves everything to a sound executor; a subclass does one thing wrong. */
class ForwardingExecutor implements TaskExecutor, WorkerAware {
  final TaskExecutor sound;
  private int count;

  ForwardingExecutor(TaskExecutor sound) {
    this.sound = sound;
  }

  /** Returns true now and then: a defect need not show every time. */
  final synchronized boolean isUnlucky() {
    return ++count % 16 == 0;
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
  public boolean isCurrentThreadWorker() {
    return ((WorkerAware) sound).isCurrentThreadWorker();
  }
}
