package dev.gauntlet.locking;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.locking.LockingPool.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a pool comes to its end. Each moves the phase on first, so that nothing is
 * taken any more, then ends every queued task and releases its waiters, and runs callbacks last,
 * without a lock (K6, B8).
 */
final class Shutdown {
  private final LockingPool pool;

  Shutdown(LockingPool pool) {
    this.pool = pool;
  }

  void drain() {
    StackHeadroom.requireToComplete();
    pool.advance(Phase.DRAINING);
  }

  void cancelPending() {
    StackHeadroom.requireToComplete();
    Trampoline.deferring(() -> {
      pool.advance(Phase.STOPPED);
      cancelQueue(null);
    });
  }

  /** Returns what never started. */
  List<Runnable> stopNow() {
    StackHeadroom.requireToComplete();
    List<Runnable> neverStarted = new ArrayList<>();
    Trampoline.deferring(() -> {
      pool.advance(Phase.STOPPED);
      try {
        cancelQueue(neverStarted);
      } finally {
        cancelQueue(null); // what is left if there was no memory for the list
      }
      for (BodyFuture<?> body : pool.runningBodies()) {
        body.interruptBody();
      }
    });
    return neverStarted;
  }

  /**
   * Ends a pool because an initializer has thrown {@code cause} (B2).
   *
   * @param refusals of the worker, which is to keep the callbacks of the tasks until all have ended
   */
  void breakDown(Throwable cause, Refusals refusals) {
    pool.markBroken(cause);
    pool.advance(Phase.STOPPED);
    failQueue(cause, refusals);
    pool.whenBroken().run();
    Diagnostics.BROKEN.warn(cause);
    refusals.runCallbacks();
  }

  private void cancelQueue(@Nullable List<Runnable> neverStarted) {
    LockingTask<?> task;
    while ((task = pool.endFirst(LockingFuture.CANCELLED, null, neverStarted)) != null) {
      task.announce();
    }
  }

  private void failQueue(Throwable cause, Refusals refusals) {
    LockingTask<?> task;
    while ((task = pool.endFirst(LockingFuture.FAILED, reason(cause), null)) != null) {
      refusals.add(task);
    }
  }

  /** Without memory for an exception of its own (R22) the end of the heap is the reason itself. */
  private static Throwable reason(Throwable cause) {
    try {
      return brokenException(cause);
    } catch (Throwable noMemory) {
      return noMemory;
    }
  }

  /** Returns a new instance for each future and each submission (R22). */
  static BrokenExecutorException brokenException(Throwable cause) {
    return new BrokenExecutorException("the executor is broken: its initializer failed", cause);
  }
}
