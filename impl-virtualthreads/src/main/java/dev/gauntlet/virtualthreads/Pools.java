package dev.gauntlet.virtualthreads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The pools there are. A body may complete a promise or a future of another pool, which does not
 * know whose thread that is. Asked only when an interrupt flag is set: it looks through all pools.
 */
final class Pools {
  /*
   *   field    guarded by   meaning
   *   OPENED   itself       the pools that were opened, as long as they can be reached
   *
   * A thread reaches the pool whose worker it is, so it finds that one among them.
   */
  private static final Set<Pool> OPENED = Collections.newSetFromMap(new WeakHashMap<>());

  private Pools() {}

  /** Returns the pool, which the questions concern from now on. */
  static Pool opened(Pool pool) {
    synchronized (OPENED) {
      OPENED.add(pool);
    }
    return pool;
  }

  /** Returns whether the calling thread is a worker of any pool. */
  static boolean isCurrentThreadWorker() {
    return isWorker(/* undisturbed= */ false);
  }

  /** Returns whether the calling thread is a worker that nobody wanted to interrupt so far. */
  static boolean isUndisturbedWorker() {
    return isWorker(/* undisturbed= */ true);
  }

  /** Without the memory or stack to look, the answer is no: the flag then stays as it is. */
  private static boolean isWorker(boolean undisturbed) {
    try {
      for (Pool pool : all()) {
        if (undisturbed ? pool.isUndisturbedWorker() : pool.isCurrentThreadWorker()) {
          return true;
        }
      }
    } catch (Throwable noRoom) {
      return false;
    }
    return false;
  }

  private static List<Pool> all() {
    if (!Thread.currentThread().isVirtual()) {
      return List.of();
    }
    synchronized (OPENED) {
      return new ArrayList<>(OPENED);
    }
  }
}
