package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A new virtual thread for each task. There is no queue, no counter and no central word that all
 * submissions write: a task is known to one {@link TaskTable}, chosen by the submitter.
 */
final class ThreadPerTaskPool implements Pool {
  /*
   *   open --shutdown--> shut down --last marked task leaves--> terminated
   *
   *   field        written by                                    write mode   read mode
   *   shutdown     each shutdown                                 volatile     volatile
   *   marking      the first shutdown                            CAS
   *   remaining    it, by the marks, and each marked task        addAndGet
   *   terminated   whoever brings remaining to zero              countDown    await
   *
   * A submission enters a table and then looks at the flag; whoever shuts down sets the flag and
   * then looks at the tables. All four are volatile, so one sees the other: a task that is not
   * refused is found by every enumeration (I5, L6) and marked before the pool can end (L2). One
   * that is found and refused at the same time belongs to whoever cancels it. Marked tasks leave
   * while others are still being marked, so remaining starts far above zero, at OPEN, which is
   * taken away when all are counted. What a task did before it left its slot is ordered before the end
   * by that slot, which the marking has read, or by remaining (V7).
   *
   * The stack of a submitter may end anywhere between the entry of its task and the start of the
   * thread. Then the task is abandoned, which takes no call: its slot counts for nobody, and the
   * submitter has its error. If it was marked before, whoever waits for the end counts it down. (To
   * go down first, to see whether it ends there, about halved the rate of four submitters.)
   */
  private static final int MOST_TABLES = 64;
  private static final long OPEN = 1L << 62;

  private final ExecutorConfig config;
  private final ThreadFactory threads;
  private final TaskTable[] tables;
  private final AtomicBoolean marking = new AtomicBoolean();
  private final AtomicLong remaining = new AtomicLong(OPEN);
  private final CountDownLatch terminated = new CountDownLatch(1);
  private volatile boolean shutdown;

  ThreadPerTaskPool(ExecutorConfig config, ThreadFactory threads) {
    this.config = config;
    this.threads = threads;
    int processors = Runtime.getRuntime().availableProcessors();
    this.tables = new TaskTable[Math.min(MOST_TABLES, Integer.highestOneBit(processors) << 1)];
    for (int i = 0; i < tables.length; i++) {
      tables[i] = new TaskTable();
    }
  }

  private TaskTable tableOfSubmitter() {
    return tables[(int) Thread.currentThread().threadId() & (tables.length - 1)];
  }

  @Override
  public <V extends @Nullable Object> VirtualFuture<V> submit(Object body, int kind) {
    if (shutdown) {
      throw isShutDown();
    }
    ThreadTask<V> task = new ThreadTask<>(this, body, kind);
    Thread thread = VirtualThreads.newThread(threads, task);
    task.setRunner(thread);
    boolean ended = false;
    try {
      tableOfSubmitter().enter(task);
      if (shutdown) {
        takeBack(task, isShutDown());
      } else {
        start(thread, task);
      }
      ended = true;
    } finally {
      if (!ended) {
        task.slot = ~task.slot; // the stack may have ended anywhere: without a call
      }
    }
    return task;
  }

  private void start(Thread thread, ThreadTask<?> task) {
    try {
      thread.start();
    } catch (Throwable failure) {
      if (task.disown()) {
        takeBack(task, VirtualThreads.notStarted(failure));
      }
    }
  }

  /** A task that a shutdown has found, cancelled and perhaps returned counts as accepted. */
  private void takeBack(ThreadTask<?> task, RejectedExecutionException refusal) {
    boolean refused = task.cancelPending();
    leave(task);
    if (refused) {
      throw refusal;
    }
  }

  private static RejectedExecutionException isShutDown() {
    return new RejectedExecutionException("the executor is shut down");
  }

  /** Called once for each task that has entered a table. */
  void leave(ThreadTask<?> task) {
    if (task.leaveTable()) {
      countDown(1);
    }
  }

  private void countDown(long gone) {
    if (remaining.addAndGet(-gone) == 0) {
      terminated.countDown();
    }
  }

  private void close() {
    shutdown = true;
    if (marking.compareAndSet(false, true)) {
      for (TaskTable table : tables) {
        remaining.addAndGet(table.mark());
      }
      countDown(OPEN);
    }
  }

  private List<ThreadTask<?>> tasks() {
    List<ThreadTask<?>> tasks = new ArrayList<>();
    for (TaskTable table : tables) {
      table.copyInto(tasks);
    }
    return tasks;
  }

  @Override
  public void shutdown(boolean cancelPending) {
    StackHeadroom.require(StackHeadroom.TO_WAKE);
    close();
    if (cancelPending) {
      List<ThreadTask<?>> tasks = tasks();
      Trampoline callbacks = Trampoline.beginUnlessInCallback(Trampoline.Flag.outsideRunner(this));
      try {
        Shutdown.cancelUnstarted(tasks);
      } finally {
        Trampoline.end(callbacks);
      }
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    StackHeadroom.require(StackHeadroom.TO_WAKE);
    close();
    List<ThreadTask<?>> tasks = tasks();
    Trampoline callbacks = Trampoline.beginUnlessInCallback(Trampoline.Flag.outsideRunner(this));
    try {
      return Shutdown.stop(tasks);
    } finally {
      Trampoline.end(callbacks);
    }
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
    for (TaskTable table : tables) {
      countDown(table.clearAbandoned());
    }
    return terminated.await(timeout, unit);
  }

  /** Asked by close, and seldom else: it looks through all tasks. */
  private @Nullable ThreadTask<?> currentTask() {
    Thread thread = Thread.currentThread();
    if (thread.isVirtual()) {
      for (ThreadTask<?> task : tasks()) {
        if (task.runner() == thread) {
          return task;
        }
      }
    }
    return null;
  }

  @Override
  public boolean isCurrentThreadWorker() {
    return currentTask() != null;
  }

  @Override
  public boolean isUndisturbedWorker() {
    ThreadTask<?> task = currentTask();
    return task != null && !task.isDisturbed();
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
    return Shutdown.describe(VirtualThreadProvider.NAME, this)
        + ", tasks = "
        + tasks().size()
        + "]";
  }
}
