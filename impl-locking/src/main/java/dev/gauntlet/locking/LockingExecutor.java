package dev.gauntlet.locking;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.WorkerAware;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the user holds of a {@link LockingPool}. Neither the pool nor its threads refer to it; once
 * it is unreachable, the pool is shut down, finishes what it accepted, and its threads end (L25).
 * Each method keeps it reachable until it returns, so a submission is never rejected because the
 * garbage collector was quick.
 */
final class LockingExecutor implements TaskExecutor, WorkerAware {
  private static final Cleaner CLEANER = Cleaner.create();

  private final LockingPool pool;
  private final Admission admission;
  private final Shutdown shutdown;

  /** Keeps the pool, and with it whatever its configuration refers to, until it is cleaned. */
  private final Cleaner.Cleanable whenUnreachable;

  LockingExecutor(ExecutorConfig config) {
    LockingPool opened = new LockingPool(config);
    Shutdown ending = opened.ending();
    pool = opened;
    admission = new Admission(opened);
    shutdown = ending;
    whenUnreachable = CLEANER.register(this, ending::drain);
    opened.whenBroken(whenUnreachable::clean);
  }

  @Override
  public <T extends @Nullable Object> TaskFuture<T> submit(Callable<T> task) {
    return accept(new CallableTask<>(pool, Objects.requireNonNull(task, "task")));
  }

  @Override
  public <T extends @Nullable Object> TaskFuture<T> submit(Runnable task, T result) {
    return submit(Executors.callable(Objects.requireNonNull(task, "task"), result));
  }

  @Override
  public TaskFuture<?> submit(Runnable task) {
    return accept(new RunnableTask(pool, Objects.requireNonNull(task, "task")));
  }

  @Override
  public void execute(Runnable task) {
    var unused = accept(new ExecutedTask(pool, Objects.requireNonNull(task, "task")));
  }

  private <F extends LockingTask<?>> F accept(F task) {
    try {
      admission.accept(task);
      return task;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void shutdown(boolean cancelPending) {
    try {
      if (cancelPending) {
        shutdown.cancelPending();
      } else {
        shutdown.drain();
      }
      whenUnreachable.clean();
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    try {
      List<Runnable> neverStarted = shutdown.stopNow();
      whenUnreachable.clean();
      return neverStarted;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public boolean isShutdown() {
    return pool.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return pool.termination().getCount() == 0;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    try {
      return pool.termination().await(timeout, unit);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** {@inheritDoc} So is one on the way to a worker, for which {@code close} would wait (L3). */
  @Override
  public boolean isCurrentThreadWorker() {
    return Worker.of(pool) != null || CallerRun.isOf(pool) || pool.isWorkerToBeHere();
  }

  @Override
  public String toString() {
    return "LockingExecutor@" + Integer.toHexString(System.identityHashCode(this)) + pool;
  }
}
