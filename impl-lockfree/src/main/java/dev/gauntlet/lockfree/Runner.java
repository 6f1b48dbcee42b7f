package dev.gauntlet.lockfree;

import org.jspecify.annotations.Nullable;

/**
 * What makes a thread one that executes tasks of a pool: a {@link Worker}, or a {@link Guest} that
 * executes the task it has submitted. Runners of one thread are nested; confined to that thread.
 */
abstract class Runner {
  private static final ThreadLocal<@Nullable Runner> CURRENT = new ThreadLocal<>();

  final LockFreePool pool;
  private @Nullable Runner outer;

  Runner(LockFreePool pool) {
    this.pool = pool;
  }

  final void enter() {
    outer = CURRENT.get();
    CURRENT.set(this);
  }

  final void exit() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /** Returns whether the current thread executes tasks of a pool. */
  static boolean isRunning(LockFreePool pool) {
    for (Runner r = CURRENT.get(); r != null; r = r.outer) {
      if (r.pool == pool) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the current thread is a worker of {@code pool} that is not ready yet. */
  static boolean isPreparing(LockFreePool pool) {
    for (Runner r = CURRENT.get(); r != null; r = r.outer) {
      if (r.pool == pool && r instanceof Worker worker && !worker.isReady()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the worker, of any pool, whose thread this is, or null. */
  static @Nullable Worker worker() {
    for (Runner r = CURRENT.get(); r != null; r = r.outer) {
      if (r instanceof Worker worker) {
        return worker;
      }
    }
    return null;
  }

  /**
   * Returns the worker of {@code pool} whose thread this is and that runs bodies already, or null:
   * one that runs its initializer does not (B1).
   */
  static @Nullable Worker readyWorker(LockFreePool pool) {
    for (Runner r = CURRENT.get(); r != null; r = r.outer) {
      if (r.pool == pool && r instanceof Worker worker && worker.isReady()) {
        return worker;
      }
    }
    return null;
  }
}
