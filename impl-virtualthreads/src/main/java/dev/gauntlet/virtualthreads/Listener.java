package dev.gauntlet.virtualthreads;

import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One registration with a future: a node of its {@link ListenerList}, or its only listener. */
abstract sealed class Listener permits Listener.Parked, Listener.Waiting, Callback {
  /** Guarded by the list that the node is in; owned by whoever took the chain off a future. */
  @Nullable Listener prev;

  /** As {@link #prev}. */
  @Nullable Listener next;

  /** A thread that is parked in a retrieval. */
  static final class Parked extends Listener {
    private final Thread thread;

    Parked(Thread thread) {
      this.thread = thread;
    }

    void release() {
      LockSupport.unpark(thread);
    }
  }

  /** A waiter of the shared operations. */
  static final class Waiting extends Listener {
    final FutureWaiter waiter;

    Waiting(FutureWaiter waiter) {
      this.waiter = waiter;
    }
  }
}
