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
   *   failed     whoever's start has failed,       volatile     volatile, by who has started one
   *              before the pool is told
   *   reported   the first failure without a       CAS          -
   *              submitter that it is thrown to
   *   starting   each thread for itself            thread-local
   *
   * No task is left behind: a failed start that leaves no worker refuses one task and tries again
   * for the others, also for those that came meanwhile and counted on the worker in the making.
   * Nothing on that way but the callbacks depends on memory, the lack of which may be why the start
   * has failed; nor is the end of a stack a reason to leave the rest behind.
   */
  private final LockingPool pool;
  private final ThreadFactory factory;
  private final AtomicBoolean reported = new AtomicBoolean();
  private volatile boolean failed;
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
   * @throws RejectedExecutionException if {@code own} was refused; without memory for it, the error
   */
  @SuppressWarnings("ReferenceEquality") // futures are equal to themselves alone (S8)
  void start(Worker recruit, @Nullable LockingTask<?> own) {
    Throwable failure = startThread(recruit);
    if (failure == null) {
      startMissing();
      return;
    }
    LockingTask<?> refused = pool.startFailed(recruit, own, failure);
    if (refused != null) {
      attendToTheRest(recruit.refusals, refused, failure);
    }
    if (refused != null && refused == own) {
      throw unchecked(failure);
    }
    report(failure);
  }

  /**
   * Makes up for starts that failed while others lived: a task is queued for each, and every
   * submission since has started a worker for itself alone.
   */
  private void startMissing() {
    try {
      boolean started = failed;
      while (started) {
        Worker missing = pool.recruitForQueue();
        started = missing != null && tryStart(missing);
      }
    } catch (VirtualMachineError exhausted) {
      // One was started; the next start looks again.
    }
  }

  private boolean tryStart(Worker missing) {
    Throwable failure = startThread(missing);
    if (failure == null) {
      pool.unblockSubmitter();
      return true;
    }
    LockingTask<?> refused = pool.startFailed(missing, null, failure);
    if (refused != null) {
      attendToTheRest(missing.refusals, refused, failure);
    }
    return false;
  }

  /** Makes up for a worker that has ended by an error, if nobody is free for what is queued. */
  void replace(Worker gone) {
    try {
      Worker replacement = pool.recruitForQueue();
      if (replacement != null) {
        start(replacement, null);
        pool.unblockSubmitter();
      }
    } catch (VirtualMachineError exhausted) {
      refuseStranded(gone.refusals, exhausted);
      gone.refusals.runCallbacks();
    }
  }

  private void attendToTheRest(Refusals refusals, LockingTask<?> refused, Throwable why) {
    try {
      refusals.add(refused);
      Throwable failure = why;
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

  private void refuseStranded(Refusals refusals, Throwable failure) {
    boolean more = true;
    while (more) {
      more = refuseOne(refusals, failure);
    }
  }

  /** Returns false if nothing is left to nobody. */
  private boolean refuseOne(Refusals refusals, Throwable failure) {
    LockingTask<?> stranded = pool.refuseStranded(failure);
    if (stranded != null) {
      refusals.add(stranded);
    }
    return stranded != null;
  }

  /** Returns why a task was refused; null if nobody needs another attempt. */
  private @Nullable Throwable startAnother(Refusals refusals) {
    Worker worker;
    try {
      worker = pool.recruitForQueue();
    } catch (VirtualMachineError exhausted) {
      return refuseOne(refusals, exhausted) ? exhausted : null;
    }
    if (worker == null) {
      return null;
    }
    Throwable failure = startThread(worker);
    if (failure == null) {
      pool.unblockSubmitter();
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
  private @Nullable Throwable startThread(Worker worker) {
    Throwable failure = tryStartThread(worker);
    if (failure != null) {
      failed = true;
    }
    return failure;
  }

  private @Nullable Throwable tryStartThread(Worker worker) {
    boolean reentered = false;
    try {
      reentered = starting.get();
      starting.set(true);
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
      return notStarted(failure);
    } finally {
      if (!reentered) {
        starting.remove();
      }
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof RejectedExecutionException refusal) {
      return refusal;
    }
    throw (OutOfMemoryError) failure;
  }

  /** Without memory for an exception of its own (R22) the end of the heap is the reason itself. */
  private static Throwable notStarted(Throwable failure) {
    try {
      return new RejectedExecutionException("no worker thread could be started", failure);
    } catch (OutOfMemoryError noMemory) {
      return noMemory;
    }
  }

  /** Returns whether the calling thread is in the thread factory, or in the start of its thread. */
  boolean isStartingHere() {
    return starting.get();
  }

  private void report(Throwable failure) {
    if (reported.compareAndSet(false, true)) {
      Diagnostics.NOT_STARTED.warn(failure);
    }
  }
}
