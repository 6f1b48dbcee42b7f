package dev.gauntlet.lockfree;

import java.util.concurrent.RejectedExecutionException;

/** What becomes of tasks for which no worker can be had. */
final class Refusals {
  /*
   * If no thread can be had and no other worker lives, the submitter takes its task back (CAS from
   * PENDING, so that it never runs) and throws. Others may have relied on that hire: for each of
   * their tasks a hire is tried anew, and if it fails, the task is refused (refuseStranded). There
   * are no more such hires than tasks at the beginning: a thread factory that submits a task itself
   * and then fails would bring in one for each that is refused.
   *
   *   PENDING ──takeBack──▶ CANCELLED
   *      └──claim of refuse──▶ FAILING ──fail──▶ FAILED
   */
  private final LockFreePool pool;

  Refusals(LockFreePool pool) {
    this.pool = pool;
  }

  /** Sees to it that what is pending is run, or refused if no worker can be had. */
  void careForPending() {
    Throwable failure = pool.queue().hasPending() ? pool.signalWork() : null;
    if (failure != null) {
      refuseStranded(failure);
    }
  }

  /** Ends the submission of a job that nobody can run, or that nobody might come to run. */
  <N extends Node & Job> void takeBack(N job, Throwable failure) {
    StackRoom.require();
    boolean takenBack = job.casState(Node.PENDING, Node.CANCELLED | Node.OUT_OF_TURN);
    if (takenBack) {
      pool.freePlace();
      var unused = job.finishCancelling();
      pool.queue().noteDead();
    }
    refuseStranded(failure);
    pool.lifecycle().tryTerminate();
    if (takenBack) {
      throw noThread(failure);
    }
  }

  /**
   * Refuses the tasks of others who relied on a hire that has failed. The caller counts as a guest,
   * so that the pool does not terminate between the claim of a task and its end (L5); callbacks run
   * after that, if there is memory to keep them.
   */
  private void refuseStranded(Throwable failure) {
    if (pool.census().live() > 0 || !pool.queue().hasPending()) {
      return;
    }
    StackRoom.require();
    try {
      Trampoline.batch(() -> refuseAsGuest(failure));
    } catch (OutOfMemoryError noMemory) {
      Diagnostics.CALLBACKS_NOT_KEPT.log(noMemory);
      refuseAsGuest(failure);
    }
  }

  private void refuseAsGuest(Throwable failure) {
    if (pool.census().tryEnter()) {
      try {
        refuseWhileNobodyLives(failure);
      } finally {
        pool.census().exit();
      }
    }
  }

  private void refuseWhileNobodyLives(Throwable firstFailure) {
    Throwable failure = firstFailure;
    int hires = pool.queue().countPending(Integer.MAX_VALUE);
    while (pool.census().live() == 0 && pool.queue().hasPending()) {
      if (hires-- > 0) {
        failure = pool.signalWork();
      }
      if (failure == null || pool.census().live() > 0) {
        return;
      }
      refuse(reasonOfRefusal(failure));
    }
  }

  /**
   * Fails the first pending task, if there is one. The failure is made beforehand: between the
   * claim and its end nothing may go wrong.
   */
  private void refuse(Throwable failure) {
    Node first = pool.queue().claim(Node.FAILING);
    if (first != null) {
      refuse(first, failure);
    }
  }

  /** Fails a task that the caller has moved to FAILING. */
  void refuse(Node refused, Throwable failure) {
    Job job = (Job) refused;
    job.fail(failure); // a cancel waits for this
    pool.freePlace();
    try {
      job.announceFailure();
    } catch (OutOfMemoryError noMemory) {
      Diagnostics.CALLBACKS_NOT_RUN.log(noMemory);
    }
  }

  private static RejectedExecutionException noThread(Throwable failure) {
    return new RejectedExecutionException("no thread could be started for the task", failure);
  }

  /** Without memory for an exception of its own (R22) the end of the heap is the reason itself. */
  private static Throwable reasonOfRefusal(Throwable failure) {
    try {
      return noThread(failure);
    } catch (OutOfMemoryError noMemory) {
      return noMemory;
    }
  }
}
