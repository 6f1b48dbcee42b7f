package dev.gauntlet.locking;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Starts the threads of workers, with no lock held: the factory is code of the user (L32). */
final class Starter {
  private final LockingPool pool;
  private final ThreadFactory factory;
  private final AtomicBoolean reported = new AtomicBoolean();
  private final ThreadLocal<Boolean> calling = ThreadLocal.withInitial(() -> false);

  Starter(LockingPool pool, ThreadFactory factory) {
    this.pool = pool;
    this.factory = factory;
  }

  /**
   * Starts a recruited worker. If that fails while another worker lives, the pool goes on with
   * fewer. If none lives, nobody would run what is queued: each failed attempt refuses one task,
   * that of the caller first, and the next attempt is made for the tasks that are left (L17, L18).
   *
   * @param own the task of the caller, who learns by the exception that it was refused; null if the
   *     caller has none
   * @throws RejectedExecutionException if {@code own} was refused
   */
  @SuppressWarnings("ReferenceEquality") // futures are equal to themselves alone (S8)
  void start(Worker recruit, @Nullable LockingTask<?> own) {
    RejectedExecutionException refusal = null;
    for (Worker worker = recruit; worker != null; worker = pool.recruitForQueue()) {
      RejectedExecutionException failure = startThread(worker);
      LockingTask<?> refused =
          failure == null ? pool.started() : pool.startFailed(worker, own, failure);
      if (refused == null) {
        report(failure);
        break;
      }
      if (refused == own) {
        refusal = failure;
      } else {
        refused.announce();
        report(failure);
      }
    }
    if (refusal != null) {
      throw refusal;
    }
  }

  /** Returns null if the thread was started. */
  private @Nullable RejectedExecutionException startThread(Worker worker) {
    try {
      Thread thread = callFactory(worker);
      if (thread == null) {
        return new RejectedExecutionException("the thread factory returned null");
      }
      if (thread.getState() == Thread.State.NEW) {
        worker.requestStart();
      }
      thread.start();
      return null;
    } catch (Throwable failure) {
      return new RejectedExecutionException("no worker thread could be started", failure);
    }
  }

  private @Nullable Thread callFactory(Worker worker) {
    boolean reentered = calling.get();
    calling.set(true);
    try {
      return factory.newThread(worker);
    } finally {
      if (!reentered) {
        calling.remove();
      }
    }
  }

  /** Returns whether the calling thread is in the thread factory of the pool. */
  boolean isCallingFactory() {
    return calling.get();
  }

  private void report(@Nullable RejectedExecutionException failure) {
    if (failure != null && reported.compareAndSet(false, true)) {
      Diagnostics.warn(
          "a worker could not be started; the pool has fewer than configured", failure);
    }
  }
}
