package com.example.pertask;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.WorkerAware;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Starts a thread for each task. There is no queue and no idle worker, so nothing can be lost in
 * the one or leak with the other: a task is pending only until its thread gets to run.
 */
final class PerTaskExecutor implements TaskExecutor, WorkerAware {
  /*
   * open ── shutdown, shutdownNow ──▶ shut down ── the last thread has left ──▶ terminated
   *
   * The lock guards every change of `shutdown` and `tasks`. A submission therefore either comes
   * before a shutdown, which then knows its task, or is refused. User code never runs under it.
   */
  private final Object lock = new Object();
  private final ExecutorConfig config;
  private final ThreadFactory threads;
  private final Map<Thread, PerTaskFuture<?>> tasks = new ConcurrentHashMap<>();
  private final CountDownLatch terminated = new CountDownLatch(1);
  private volatile boolean shutdown;

  PerTaskExecutor(ExecutorConfig config) {
    this.config = config;
    this.threads = config.newThreadFactory("per-task");
  }

  ExecutorConfig config() {
    return config;
  }

  @Override
  public <T> TaskFuture<T> submit(Callable<T> task) {
    Objects.requireNonNull(task, "task");
    return start(new PerTaskFuture<>(this, task, null));
  }

  @Override
  public <T> TaskFuture<T> submit(Runnable task, T result) {
    return submit(Executors.callable(task, result));
  }

  @Override
  public TaskFuture<?> submit(Runnable task) {
    return submit(task, null);
  }

  @Override
  public void execute(Runnable command) {
    start(new PerTaskFuture<>(this, Executors.callable(command), command));
  }

  private <T> TaskFuture<T> start(PerTaskFuture<T> task) {
    Thread thread = threads.newThread(() -> runAndLeave(task));
    synchronized (lock) {
      if (shutdown) {
        throw new RejectedExecutionException("the executor is shut down");
      }
      tasks.put(thread, task);
      try {
        thread.start();
      } catch (Throwable failure) {
        tasks.remove(thread);
        throw new RejectedExecutionException("no thread could be started", failure);
      }
    }
    return task;
  }

  private void runAndLeave(PerTaskFuture<?> task) {
    try {
      task.run();
    } finally {
      synchronized (lock) {
        tasks.remove(Thread.currentThread());
        terminateIfIdle();
      }
    }
  }

  private void terminateIfIdle() {
    if (shutdown && tasks.isEmpty()) {
      terminated.countDown();
    }
  }

  private List<PerTaskFuture<?>> beginShutdown() {
    synchronized (lock) {
      shutdown = true;
      terminateIfIdle();
      return List.copyOf(tasks.values());
    }
  }

  @Override
  public void shutdown(boolean cancelPending) {
    List<PerTaskFuture<?>> accepted = beginShutdown();
    if (cancelPending) {
      accepted.forEach(PerTaskFuture::cancelPending);
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> neverStarted = new ArrayList<>();
    for (PerTaskFuture<?> task : beginShutdown()) {
      if (task.cancelPending()) {
        neverStarted.add(task.handedOut());
      } else {
        task.interruptBody();
      }
    }
    return neverStarted;
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return terminated.getCount() == 0;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return terminated.await(timeout, unit);
  }

  @Override
  public boolean isCurrentThreadWorker() {
    return tasks.containsKey(Thread.currentThread());
  }

  @Override
  public String toString() {
    return "PerTaskExecutor[" + tasks.size() + " tasks" + (shutdown ? ", shut down]" : "]");
  }
}
