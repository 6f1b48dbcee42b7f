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

  /** Ends a pool because an initializer has thrown {@code cause} (B2). */
  void breakDown(Throwable cause) {
    pool.markBroken(cause);
    try {
      Trampoline.deferring(() -> endBroken(cause));
    } catch (OutOfMemoryError noMemory) {
      endBroken(cause); // callbacks, if they can be run, are run in between
    }
  }

  private void endBroken(Throwable cause) {
    pool.advance(Phase.STOPPED);
    failQueue(cause);
    pool.whenBroken().run();
    Diagnostics.warn("an initializer failed; the executor is broken", cause);
  }

  private void cancelQueue(@Nullable List<Runnable> neverStarted) {
    LockingTask<?> task;
    while ((task = pool.endFirst(LockingFuture.CANCELLED, null, neverStarted)) != null) {
      announce(task);
    }
  }

  private void failQueue(Throwable cause) {
    LockingTask<?> task;
    while ((task = pool.endFirst(LockingFuture.FAILED, reason(cause), null)) != null) {
      announce(task);
    }
  }

  /** Callbacks for which there is no memory do not keep the other tasks from their end (R19). */
  private static void announce(LockingTask<?> task) {
    try {
      task.announce();
    } catch (OutOfMemoryError noMemory) {
      Diagnostics.warn("the callbacks of a task could not be run", noMemory);
    }
  }

  /** Without memory for an exception of its own (R22) the end of the heap is the reason itself. */
  private static Throwable reason(Throwable cause) {
    try {
      return brokenException(cause);
    } catch (OutOfMemoryError noMemory) {
      return noMemory;
    }
  }

  /** Returns a new instance for each future and each submission (R22). */
  static BrokenExecutorException brokenException(Throwable cause) {
    return new BrokenExecutorException("the executor is broken: its initializer failed", cause);
  }
}
