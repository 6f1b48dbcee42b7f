package dev.gauntlet.locking;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Starts the threads of workers, with no lock held: the factory, and what its threads do when they
 * are started, is code of the user (L32).
 */
final class Starter {
  /*
   *   recruited (counted by the pool) ──startThread──▶ started
   *          │                                            ▲
   *          └──failed──▶ one task refused ──startAnother─┘   for what is left
   *
   *   field      written by                        write mode   read mode
   *   reported   the first failure without a       CAS          -
   *              submitter that it is thrown to
   *   starting   each thread for itself            thread-local
   *
   * No task is left behind: a failed start that leaves no worker refuses one task and tries again
   * for the others, also for those that came meanwhile and counted on the worker in the making.
   */
  private final LockingPool pool;
  private final ThreadFactory factory;
  private final AtomicBoolean reported = new AtomicBoolean();
  private final ThreadLocal<Boolean> starting = ThreadLocal.withInitial(() -> false);

  Starter(LockingPool pool, ThreadFactory factory) {
    this.pool = pool;
    this.factory = factory;
  }

  /**
   * Starts a recruited worker. If that fails while another worker lives, the pool goes on with
   * fewer. If none lives, nobody would run what is queued: each failed attempt refuses one task,
   * that of the caller first, and the next attempt is made for the tasks that are left (L17, L18).
   * There are no more attempts than tasks were left by the first one: a factory that submits and
   * fails would leave another one each time (L32).
   *
   * @param own the task of the caller, who learns by the exception that it was refused; null if the
   *     caller has none
   * @throws RejectedExecutionException if {@code own} was refused
   */
  @SuppressWarnings("ReferenceEquality") // futures are equal to themselves alone (S8)
  void start(Worker recruit, @Nullable LockingTask<?> own) {
    RejectedExecutionException failure = startThread(recruit);
    if (failure == null) {
      pool.started();
      return;
    }
    LockingTask<?> refused = pool.startFailed(recruit, own, failure);
    if (refused != null) {
      attendToTheRest(refused, failure);
    }
    if (refused != null && refused == own) {
      throw failure;
    }
    report(failure);
  }

  private void attendToTheRest(LockingTask<?> refused, RejectedExecutionException why) {
    Refusals refusals = new Refusals();
    try {
      refusals.add(refused);
      RejectedExecutionException failure = why;
      for (int attempts = pool.queued(); failure != null && attempts > 0; attempts--) {
        failure = startAnother(refusals);
      }
      if (failure != null) {
        refuseStranded(refusals, failure);
      }
    } finally {
      refusals.runCallbacks();
    }
  }

  private void refuseStranded(Refusals refusals, RejectedExecutionException failure) {
    LockingTask<?> stranded;
    while ((stranded = pool.refuseStranded(failure)) != null) {
      refusals.add(stranded);
    }
  }

  /** Returns why a task was refused; null if nobody needs another attempt. */
  private @Nullable RejectedExecutionException startAnother(Refusals refusals) {
    Worker worker = pool.recruitForQueue();
    if (worker == null) {
      return null;
    }
    RejectedExecutionException failure = startThread(worker);
    if (failure == null) {
      pool.started();
      return null;
    }
    report(failure);
    LockingTask<?> refused = pool.startFailed(worker, null, failure);
    if (refused == null) {
      return null;
    }
    refusals.add(refused);
    return failure;
  }

  /** Returns null if the thread was started. */
  private @Nullable RejectedExecutionException startThread(Worker worker) {
    boolean reentered = starting.get();
    starting.set(true);
    try {
      Thread thread = factory.newThread(worker);
      if (thread == null) {
        return new RejectedExecutionException("the thread factory returned null");
      }
      if (thread.getState() == Thread.State.NEW) {
        worker.requestStart(thread);
      }
      thread.start();
      return null;
    } catch (Throwable failure) {
      return new RejectedExecutionException("no worker thread could be started", failure);
    } finally {
      if (!reentered) {
        starting.remove();
      }
    }
  }

  /** Returns whether the calling thread is in the thread factory, or in the start of its thread. */
  boolean isStartingHere() {
    return starting.get();
  }

  private void report(RejectedExecutionException failure) {
    if (reported.compareAndSet(false, true)) {
      Diagnostics.warn(
          "a worker could not be started; the pool has fewer than configured", failure);
    }
  }
}
