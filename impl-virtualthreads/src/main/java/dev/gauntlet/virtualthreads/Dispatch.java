package dev.gauntlet.virtualthreads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which task is whose: the permits of a bounded pool, its queue, and its end. Every decision is
 * made under one lock, which is held for a few instructions and never around user code, the start
 * of a thread, or the settling of a future. A virtual thread that meets it taken parks without
 * pinning its carrier.
 */
final class Dispatch {
  /*
   *   submission --> assigned (with a new worker) ----------------------+
   *        |                                                            +--> released
   *        +-------> queue --next, claim--> assigned (to that worker) --+
   *                    |
   *                    +--withdraw (cancelled), shutdown--> nowhere
   *
   *   field            guarded by   meaning
   *   queue            lock         accepted, taken by no worker; cancelled ones leave at once
   *   assigned         lock         owned by one thread, which alone may start it, until released
   *   active           lock         permits in use: workers that live or are being started
   *   guests           lock         bodies on the threads of callers
   *   shutdown         lock         never reverts; read without the lock
   *   terminated       lock         counted down once shut down with nothing queued, no permit in
   *                                 use and no guest
   *
   * A worker looks for its next task and gives its permit back in one critical section, and a
   * submission takes a permit or enters the queue in one: a task is queued only while every permit
   * is in use, and the worker that leaves last finds the queue empty (N5). Accepting and shutting
   * down exclude each other (L2). Whoever shuts down finds every task that has not started in one
   * of the two lists, also those that a worker has taken and not started yet (L6, I5). Each release
   * of a worker or a guest is ordered before the end by the lock (V7).
   */

  /** What became of a task that was offered. */
  enum Offer {
    /** Assigned: the caller starts a worker for it. */
    ASSIGNED,
    /** Queued, and a permit was taken: the caller starts a worker without a task. */
    QUEUED_WORKER_NEEDED,
    QUEUED,
    FULL,
    REFUSED
  }

  private static final int SPINS_FOR_LOCK = Runtime.getRuntime().availableProcessors() > 1 ? 32 : 0;

  private final int workers;
  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final TaskList queue = new TaskList();
  private final TaskList assigned = new TaskList();
  private final CountDownLatch terminated = new CountDownLatch(1);
  private int active;
  private int guests;
  private volatile boolean shutdown;

  Dispatch(int workers, int capacity) {
    this.workers = workers;
    this.capacity = capacity;
  }

  /**
   * For operations that begin something on the stack of a user, which may be at its end: it must
   * not end with the lock in hand. Those that end something have the room that its beginning has
   * made sure of.
   */
  private void lockWithHeadroom() {
    StackHeadroom.requireForLock();
    lock();
  }

  /** The sections are shorter than a park: a short spin spares most of the parks. */
  private void lock() {
    for (int spins = 0; spins < SPINS_FOR_LOCK; spins++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  // --- submissions ---------------------------------------------------------------------------

  /** Accepts the task if there is a permit or a place in the queue; never waits. */
  Offer offer(PooledTask<?> task) {
    lockWithHeadroom();
    try {
      return offerLocked(task);
    } finally {
      lock.unlock();
    }
  }

  /** Accepts the task as {@link #offer}, waiting for a permit or a place; never answers FULL. */
  Offer offerWaiting(PooledTask<?> task) throws InterruptedException {
    lockWithHeadroom();
    try {
      while (true) {
        Offer offer = offerLocked(task);
        if (offer != Offer.FULL) {
          return offer;
        }
        room.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private Offer offerLocked(PooledTask<?> task) {
    if (shutdown) {
      return Offer.REFUSED;
    }
    if (active < workers) {
      active++;
      return offerToNewWorker(task);
    }
    if (queue.size() >= capacity) {
      return Offer.FULL;
    }
    enter(queue, task);
    return Offer.QUEUED;
  }

  /** Only a thread that could not be started leaves a queue although there is a permit. */
  private Offer offerToNewWorker(PooledTask<?> task) {
    if (queue.isEmpty()) {
      enter(assigned, task);
      return Offer.ASSIGNED;
    }
    enter(queue, task);
    return Offer.QUEUED_WORKER_NEEDED;
  }

  /** Assigns the task to the calling worker, which runs it in place; false after a shutdown. */
  boolean adopt(PooledTask<?> task) {
    return admit(task, 0);
  }

  /** Assigns the task to the calling thread, which is no worker; false after a shutdown. */
  boolean adoptAsGuest(PooledTask<?> task) {
    return admit(task, 1);
  }

  private boolean admit(PooledTask<?> task, int guest) {
    lockWithHeadroom();
    try {
      if (shutdown) {
        return false;
      }
      guests += guest;
      enter(assigned, task);
      return true;
    } finally {
      lock.unlock();
    }
  }

  // --- workers and guests --------------------------------------------------------------------

  /**
   * Releases a task of the calling worker and assigns it the oldest in the queue. If there is none
   * the worker's permit is given back, and it must end.
   */
  @Nullable PooledTask<?> next(@Nullable PooledTask<?> done) {
    lock();
    try {
      if (done != null) {
        exit(done);
      }
      PooledTask<?> next = queue.first();
      if (next == null) {
        active--;
        tryTerminate();
      } else {
        exit(next);
        enter(assigned, next);
      }
      room.signal();
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Assigns the task to the calling worker if it is queued. */
  boolean claim(PooledTask<?> task) {
    lockWithHeadroom();
    try {
      if (task.list != queue) {
        return false;
      }
      exit(task);
      enter(assigned, task);
      room.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Releases a task that the calling worker has run in place. */
  void release(PooledTask<?> task) {
    release(task, 0);
  }

  /** Releases a task that the calling thread has run, which is no worker. */
  void releaseGuest(PooledTask<?> task) {
    release(task, 1);
  }

  private void release(PooledTask<?> task, int guest) {
    lock();
    try {
      guests -= guest;
      exit(task);
      tryTerminate();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the thread is a caller's that runs a task of this pool. */
  boolean isGuest(Thread thread) {
    lockWithHeadroom();
    try {
      for (PooledTask<?> task = guests > 0 ? assigned.first() : null;
          task != null;
          task = task.next) {
        if (task.runner() == thread) {
          return true;
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a task out of the queue that was cancelled there; its place is free at once (C17). */
  void withdraw(PooledTask<?> task) {
    lock();
    try {
      if (task.list == queue) {
        exit(task);
        room.signal();
        tryTerminate();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives back the permit of a worker that did not start. While others live, its task goes back to
   * the head of the queue; otherwise nobody is left to run anything.
   *
   * @return the tasks that nobody will run, which have left the pool
   */
  List<PooledTask<?>> workerDidNotStart(@Nullable PooledTask<?> task) {
    lock();
    try {
      active--;
      if (task != null) {
        exit(task);
        putBack(task);
      }
      List<PooledTask<?>> stranded = active == 0 ? drainQueue() : List.of();
      room.signal();
      tryTerminate();
      return stranded;
    } finally {
      lock.unlock();
    }
  }

  // --- the end -------------------------------------------------------------------------------

  /** Accepts nothing from now on, and releases those who wait for room. */
  void shutdown() {
    lockWithHeadroom();
    try {
      closeLocked();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Shuts down and empties the queue.
   *
   * @return what was queued, and what is assigned, started or not
   */
  List<PooledTask<?>> shutdownAndDrain() {
    lockWithHeadroom();
    try {
      shutdown = true;
      List<PooledTask<?>> tasks = drainQueue();
      for (PooledTask<?> task = assigned.first(); task != null; task = task.next) {
        tasks.add(task);
      }
      closeLocked();
      return tasks;
    } finally {
      lock.unlock();
    }
  }

  private void closeLocked() {
    shutdown = true;
    room.signalAll();
    tryTerminate();
  }

  private List<PooledTask<?>> drainQueue() {
    List<PooledTask<?>> tasks = new ArrayList<>(queue.size() + assigned.size());
    for (PooledTask<?> task; (task = queue.first()) != null; ) {
      exit(task);
      tasks.add(task);
    }
    return tasks;
  }

  private void tryTerminate() {
    if (shutdown && active == 0 && guests == 0 && queue.isEmpty()) {
      terminated.countDown();
    }
  }

  boolean isShutdown() {
    return shutdown;
  }

  boolean isTerminated() {
    return terminated.getCount() == 0;
  }

  boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return terminated.await(timeout, unit);
  }

  /** Glances without the lock. */
  String counts() {
    return "assigned = " + assigned.size() + ", queued = " + queue.size();
  }

  // --- lists ---------------------------------------------------------------------------------

  private static void enter(TaskList list, PooledTask<?> task) {
    list.addLast(task);
    task.list = list;
  }

  /** To the head of the queue, unless it was cancelled; one that is cancelled now withdraws. */
  private void putBack(PooledTask<?> task) {
    if (!task.isDone()) {
      queue.addFirst(task);
      task.list = queue;
    }
  }

  private static void exit(PooledTask<?> task) {
    TaskList list = task.list;
    if (list != null) {
      list.remove(task);
      task.list = null;
      task.setRunner(null);
    }
  }
}
