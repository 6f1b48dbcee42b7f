package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A new virtual thread for each task. There is no queue and no central word that all submissions
 * write: a task is known to one {@link Stripe}, chosen by the number of its thread.
 */
final class ThreadPerTaskPool implements Pool {
  /*
   *   open --shutdown--> shut down --last task leaves--> terminated
   *
   *   field          written by                                  write mode       read mode
   *   shutdown       first shutdown                              volatile         volatile
   *   openStripes    shutdown, or leave: one decrement for each  getAndDecrement
   *                  stripe, when it is closed and empty
   *   terminated     whoever decrements openStripes to zero      countDown        await
   *
   * The flag is set before the first stripe is closed, and a submission looks at it first: nobody
   * who has seen isShutdown is accepted by a stripe that is still open. A closed stripe only
   * shrinks, so it is found closed and empty exactly once: by close, or by the last that leaves.
   * Every leave is ordered before the end by its stripe's lock and the counter (V7).
   */
  private static final int STRIPES_PER_CPU = 8;
  private static final int MOST_STRIPES = 256;

  private final ExecutorConfig config;
  private final ThreadFactory threads;
  private final Stripe[] stripes;
  private final AtomicInteger openStripes;
  private final CountDownLatch terminated = new CountDownLatch(1);
  private volatile boolean shutdown;

  ThreadPerTaskPool(ExecutorConfig config, ThreadFactory threads) {
    this.config = config;
    this.threads = threads;
    int atLeast = Runtime.getRuntime().availableProcessors() * STRIPES_PER_CPU;
    this.stripes = new Stripe[Math.min(MOST_STRIPES, Integer.highestOneBit(atLeast - 1) << 1)];
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new Stripe();
    }
    this.openStripes = new AtomicInteger(stripes.length);
  }

  private Stripe stripeOf(Thread thread) {
    return stripes[(int) thread.threadId() & (stripes.length - 1)];
  }

  @Override
  public <V extends @Nullable Object> VirtualFuture<V> submit(Object body, int kind) {
    if (shutdown) {
      throw isShutDown();
    }
    ThreadTask<V> task = new ThreadTask<>(this, body, kind);
    Thread thread = VirtualThreads.newThread(threads, task);
    task.setRunner(thread);
    Stripe stripe = stripeOf(thread);
    if (!stripe.enter(task)) {
      throw isShutDown();
    }
    try {
      thread.start();
    } catch (Throwable failure) {
      if (task.disown()) {
        leave(task, thread);
        throw VirtualThreads.notStarted(failure);
      }
    }
    return task;
  }

  private static RejectedExecutionException isShutDown() {
    return new RejectedExecutionException("the executor is shut down");
  }

  /** Called once for each task that has entered. */
  void leave(Task<?> task, Thread thread) {
    if (stripeOf(thread).leave(task)) {
      stripeIsOver();
    }
  }

  private void stripeIsOver() {
    if (openStripes.decrementAndGet() == 0) {
      terminated.countDown();
    }
  }

  private void close() {
    shutdown = true;
    for (Stripe stripe : stripes) {
      if (stripe.close()) {
        stripeIsOver();
      }
    }
  }

  private List<Task<?>> tasks() {
    List<Task<?>> tasks = new ArrayList<>();
    for (Stripe stripe : stripes) {
      tasks.addAll(stripe.copy());
    }
    return tasks;
  }

  @Override
  public void shutdown(boolean cancelPending) {
    close();
    if (cancelPending) {
      Shutdown.cancelUnstarted(tasks(), this);
    }
  }

  /** Every accepted task is in a stripe by now, so none escapes (I5). */
  @Override
  public List<Runnable> shutdownNow() {
    close();
    return Shutdown.stop(tasks(), this);
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
    Thread thread = Thread.currentThread();
    return thread.isVirtual() && stripeOf(thread).isWorker(thread);
  }

  @Override
  public boolean isExecutingHere() {
    return isCurrentThreadWorker();
  }

  @Override
  public void reportCallbackFailure(TaskFuture<?> future, Throwable failure) {
    config.reportCallbackFailure(future, failure);
  }

  @Override
  public String toString() {
    int running = 0;
    for (Stripe stripe : stripes) {
      running += stripe.size();
    }
    return Shutdown.describe(VirtualThreadProvider.NAME, this) + ", running = " + running + "]";
  }
}
