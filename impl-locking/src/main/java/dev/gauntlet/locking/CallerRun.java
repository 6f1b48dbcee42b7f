package dev.gauntlet.locking;

import org.jspecify.annotations.Nullable;

/**
 * A task that a full pool runs on the thread of its submitter. The thread is not the pool's: it is
 * never interrupted (I11), and its interrupt flag is left alone.
 */
final class CallerRun {
  /** The innermost such run of each thread. */
  private static final ThreadLocal<CallerRun> CURRENT = new ThreadLocal<>();

  private final LockingPool pool;
  private final @Nullable CallerRun enclosing;

  private CallerRun(LockingPool pool, @Nullable CallerRun enclosing) {
    this.pool = pool;
    this.enclosing = enclosing;
  }

  /** Returns whether the calling thread runs a task of {@code pool} in this way. */
  static boolean isOf(LockingPool pool) {
    for (CallerRun run = CURRENT.get(); run != null; run = run.enclosing) {
      if (run.pool == pool) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs {@code task} here.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the pool is shut down
   */
  static void run(LockingPool pool, LockingTask<?> task) {
    CallerRun enclosing = CURRENT.get();
    CURRENT.set(new CallerRun(pool, enclosing));
    try {
      Trampoline left = Trampoline.stepOut(); // before the claim: it may need memory
      try {
        runHere(pool, task);
      } finally {
        Trampoline.stepBack(left);
      }
    } finally {
      if (enclosing == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(enclosing);
      }
    }
  }

  private static void runHere(LockingPool pool, LockingTask<?> task) {
    pool.claimForCaller(task);
    try {
      task.runBody();
    } finally {
      pool.callerEnded();
    }
  }
}
