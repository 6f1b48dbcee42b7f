package dev.gauntlet.stress.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An executor with one daemon worker, in steps that a subclass weakens. The submitter starts the
 * worker; the worker ends when the executor is shut down and the queue is empty.
 */
abstract class SteppedExecutor extends AbstractExecutorService {
  private static final long TICK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
  volatile boolean shut;
  volatile boolean running;
  volatile @Nullable Thread worker;

  /** Lets a task in, or throws. */
  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      refuseWhenShut();
      queue.add(task);
      wakeWorker();
    }
  }

  final void refuseWhenShut() {
    if (shut) {
      throw new RejectedExecutionException("shut down");
    }
  }

  /** Starts the worker if there is none; else wakes it. */
  final synchronized void wakeWorker() {
    Thread living = worker;
    if (living != null) {
      LockSupport.unpark(living);
    } else {
      Thread started = Thread.ofPlatform().daemon().unstarted(this::work);
      worker = started;
      started.start();
    }
  }

  private void work() {
    try {
      while (awaitTask()) {
        Runnable task = queue.poll();
        if (task != null) {
          run(task);
        }
      }
    } finally {
      workerEnds();
    }
  }

  void run(Runnable task) {
    running = true;
    try {
      task.run();
    } finally {
      running = false;
    }
  }

  /** Waits for a task; returns false when the worker is to end. */
  boolean awaitTask() {
    while (queue.isEmpty()) {
      if (shut) {
        return mayStay();
      }
      LockSupport.parkNanos(this, TICK_NANOS);
    }
    return true;
  }

  /** Looks once more, in the lock under which tasks are let in. */
  private synchronized boolean mayStay() {
    if (!queue.isEmpty()) {
      return true;
    }
    worker = null;
    return false;
  }

  /** Called at the end of the worker. */
  void workerEnds() {
    worker = null;
  }

  @Override
  public synchronized void shutdown() {
    shut = true;
    Thread living = worker;
    if (living != null) {
      LockSupport.unpark(living);
    }
  }

  @Override
  public synchronized List<Runnable> shutdownNow() {
    shutdown();
    List<Runnable> dropped = new ArrayList<>();
    for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
      dropped.add(task);
    }
    return dropped;
  }

  @Override
  public final boolean isShutdown() {
    return shut;
  }

  @Override
  public boolean isTerminated() {
    return shut && worker == null;
  }

  @Override
  public final boolean awaitTermination(long timeout, TimeUnit unit) {
    long start = System.nanoTime();
    while (!isTerminated()) {
      if (System.nanoTime() - start > unit.toNanos(timeout)) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }
}
