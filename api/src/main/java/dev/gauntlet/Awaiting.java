package dev.gauntlet;

import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread's wait for several futures.
 *
 * <p>Who waits for all of many waits for the last few first: where tasks end about in the order in
 * which they began, those before them are done by then, and nothing was registered with them.
 *
 * <p>The wait is itself the waiter that is registered with every future, and it is removed from
 * every one of them whichever way the wait ends (W10). No lock is held at any time, so overlapping
 * waits cannot deadlock (W13).
 */
final class Awaiting implements FutureWaiter {
  /*
   *   field      written by                          write mode        read by / mode
   *   unfinished futureDone (any thread)             getAndDecrement   -
   *   triggered  futureDone (any thread), once true  volatile          caller, volatile
   *
   * Each registration accounts for exactly one decrement: by the completing thread if addWaiter
   * returned true, by the caller otherwise. The trigger is published before the unpark, and the
   * caller re-reads it after every return of park, so a wake-up is not lost.
   */
  private static final int AT_A_TIME = 64;

  private final Thread caller = Thread.currentThread();
  private final ReturnWhen when;
  private final AtomicInteger unfinished;
  private volatile boolean triggered;

  private Awaiting(ReturnWhen when, int futures) {
    this.when = when;
    this.unfinished = new AtomicInteger(futures);
  }

  /**
   * Waits until the trigger or the deadline, whichever is first.
   *
   * @param futures one may be there more than once
   * @param deadline null for an untimed wait
   */
  static void await(
      List<? extends TaskFuture<?>> futures, ReturnWhen when, @Nullable Deadline deadline)
      throws InterruptedException {
    if (isTriggered(futures, when)) {
      return;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline != null && deadline.hasPassed()) {
      return;
    }
    if (when != ReturnWhen.ALL_COMPLETED) {
      awaitTrigger(futures, when, deadline);
      return;
    }
    if (deadline == null) {
      runInPlace(futures);
    }
    awaitAll(futures, deadline);
  }

  private static void awaitAll(List<? extends TaskFuture<?>> futures, @Nullable Deadline deadline)
      throws InterruptedException {
    boolean inTime = true;
    for (int end = futures.size(); end > 0 && inTime; end -= AT_A_TIME) {
      List<? extends TaskFuture<?>> some = futures.subList(Math.max(0, end - AT_A_TIME), end);
      inTime =
          isTriggered(some, ReturnWhen.ALL_COMPLETED)
              || awaitTrigger(some, ReturnWhen.ALL_COMPLETED, deadline);
    }
  }

  /** Returns false when the deadline came first. */
  private static boolean awaitTrigger(
      List<? extends TaskFuture<?>> given, ReturnWhen when, @Nullable Deadline deadline)
      throws InterruptedException {
    Set<TaskFuture<?>> futures = new LinkedHashSet<>(given);
    Awaiting wait = new Awaiting(when, futures.size());
    try {
      wait.register(futures);
      return wait.park(deadline);
    } finally {
      wait.deregister(futures);
    }
  }

  /** Returns whether {@code when} holds already. */
  static boolean isTriggered(Collection<? extends TaskFuture<?>> futures, ReturnWhen when) {
    int done = 0;
    for (TaskFuture<?> future : futures) {
      if (future.isDone()) {
        done++;
        if (triggers(future, when)) {
          return true;
        }
      } else if (when == ReturnWhen.ALL_COMPLETED) {
        return false;
      }
    }
    return done == futures.size();
  }

  private static boolean triggers(TaskFuture<?> done, ReturnWhen when) {
    return switch (when) {
      case ALL_COMPLETED -> false;
      case FIRST_COMPLETED -> true;
      case FIRST_EXCEPTION -> done.taskState() == TaskState.FAILED;
    };
  }

  /** A worker that waits for pending tasks of its own executor runs them (N2). */
  private static void runInPlace(Collection<? extends TaskFuture<?>> futures) {
    for (TaskFuture<?> future : futures) {
      if (future instanceof WaitableFuture<?> waitable) {
        waitable.tryRunInPlace();
      }
    }
  }

  private void register(Collection<? extends TaskFuture<?>> futures) {
    for (TaskFuture<?> future : futures) {
      if (triggered) {
        return;
      }
      if (!FutureListening.add(future, this)) {
        futureDone(future);
      }
    }
  }

  private void deregister(Collection<? extends TaskFuture<?>> futures) {
    for (TaskFuture<?> future : futures) {
      if (!future.isDone()) {
        FutureListening.remove(future, this);
      }
    }
  }

  @Override
  public void futureDone(TaskFuture<?> future) {
    boolean last = unfinished.decrementAndGet() == 0;
    if (last || triggers(future, when)) {
      triggered = true;
      LockSupport.unpark(caller);
    }
  }

  private boolean park(@Nullable Deadline deadline) throws InterruptedException {
    while (!triggered) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (deadline == null) {
        LockSupport.park(this);
      } else {
        long nanos = deadline.remainingNanos();
        if (nanos <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, nanos);
      }
    }
    return true;
  }
}
