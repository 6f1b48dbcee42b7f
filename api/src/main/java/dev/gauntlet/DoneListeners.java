package dev.gauntlet;

import dev.gauntlet.spi.FutureWaiter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The waiters and callbacks of an adapted future: waiters are told first (S5). */
final class DoneListeners {
  /*
   *   OPEN --fire--> FIRED (waiters is null)
   *
   *   field                 write and read
   *   waiters, callbacks    with the monitor
   *
   * Nothing is lost or told twice: who is entered before the section of fire is in the lists that it
   * takes, who comes after it is refused and sees the end himself. Those taken are told without the
   * monitor, so they may do anything, and each of them whatever another one throws.
   */
  /** Guarded by this; null once fired. */
  private @Nullable List<FutureWaiter> waiters = new ArrayList<>();

  /** Guarded by this. */
  private List<Runnable> callbacks = new ArrayList<>();

  synchronized boolean addWaiter(FutureWaiter waiter) {
    return waiters != null && waiters.add(waiter);
  }

  @SuppressWarnings("ReferenceEquality") // waiters are compared by identity
  synchronized void removeWaiter(FutureWaiter waiter) {
    if (waiters == null) {
      return;
    }
    for (int i = 0; i < waiters.size(); i++) {
      if (waiters.get(i) == waiter) {
        waiters.remove(i);
        return;
      }
    }
  }

  synchronized boolean addCallback(Runnable callback) {
    return waiters != null && callbacks.add(callback);
  }

  void fire(TaskFuture<?> done) {
    List<FutureWaiter> releasedWaiters;
    List<Runnable> releasedCallbacks;
    synchronized (this) {
      if (waiters == null) {
        return;
      }
      releasedWaiters = waiters;
      releasedCallbacks = callbacks;
      waiters = null;
      callbacks = List.of();
    }
    tellAll(releasedWaiters, releasedCallbacks, done);
  }

  private static void tellAll(
      List<FutureWaiter> waiters, List<Runnable> callbacks, TaskFuture<?> done) {
    Throwable failure = null;
    for (FutureWaiter waiter : waiters) {
      try {
        waiter.futureDone(done);
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
    for (Runnable callback : callbacks) {
      try {
        callback.run();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
    rethrow(failure);
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
  }
}
