package dev.gauntlet;

import dev.gauntlet.spi.FutureWaiter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The waiters and callbacks of a future that is not ours: waiters are told first (S5). When the
 * first is entered, somebody has to observe the future.
 */
final class DoneListeners {
  /*
   *   OPEN --fire--> FIRED (waiters is null)
   *
   *   UNOBSERVED --observe--> OBSERVED
   *
   *   field                 write and read
   *   waiters, callbacks    with the monitor
   *   observed              volatile: whoever has made somebody observe the future
   *
   * Nothing is lost or told twice: who is entered before the section of fire is in the lists that it
   * takes, who comes after it is refused and sees the end himself. Those taken are told without the
   * monitor, so they may do anything, and each of them whatever another one throws.
   *
   * A waiter is entered first, and then the future is observed. So a waiter is told, or its add
   * returns false or throws. Who finds it observed knows that somebody will fire. (Two that begin to
   * observe at the same time both do; only the first that fires does anything.)
   */
  /** Guarded by this; null once fired. */
  private @Nullable List<FutureWaiter> waiters = new ArrayList<>();

  /** Guarded by this. */
  private List<Runnable> callbacks = new ArrayList<>();

  private volatile boolean observed;

  /**
   * Enters a waiter, and has the future observed.
   *
   * @param observation sees to it that {@link #fire} is called; may call it at once
   * @return false if it has been called: the waiter will not be
   */
  boolean addWaiter(FutureWaiter waiter, Runnable observation) {
    if (!enter(waiter)) {
      return false;
    }
    boolean ended = false;
    try {
      observe(observation);
      ended = true;
    } finally {
      if (!ended) {
        removeWaiter(waiter);
      }
    }
    return true;
  }

  /** The same of a callback; one that was entered stays where the observation fails. */
  boolean addCallback(Runnable callback, Runnable observation) {
    if (!enter(callback)) {
      return false;
    }
    observe(observation);
    return true;
  }

  private void observe(Runnable observation) {
    if (!observed) {
      observation.run();
      observed = true;
    }
  }

  private synchronized boolean enter(FutureWaiter waiter) {
    return waiters != null && waiters.add(waiter);
  }

  private synchronized boolean enter(Runnable callback) {
    return waiters != null && callbacks.add(callback);
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
