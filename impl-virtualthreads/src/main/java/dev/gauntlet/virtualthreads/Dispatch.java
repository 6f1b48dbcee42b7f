package dev.gauntlet.virtualthreads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Which task is whose: the permits of a bounded pool, its queue, and its end. Every decision is
 * made in a critical section of a few instructions, apart from a walk over the tasks that have
 * arrived, which holds no user code, no start of a thread, no listener that is told and nothing
 * that blocks or parks. It is a monitor all the same, although it pins a virtual thread before Java
 * 24: only a monitor is given back whatever happens, also when the stack of a user ends in the
 * middle; a section that small pins nobody for long.
 */
final class Dispatch {
  /*
   *   submission --> assigned (with a new worker) --------+
   *        |                                              |
   *        +-> queue --claim--> assigned (to the helper) --+--> released
   *        |   ^ |  \--next---> on the worker's seat ------+
   *        |   | +--cancel, shutdown, no worker to be had--> nowhere
   *        +-> arrivals
   *
   *   field        guarded by   meaning
   *   queue        lock         accepted, taken by no worker; cancelled ones leave at once
   *   arrivals     its own      accepted, yet to be moved to the end of the queue; open only while
   *                             every permit is in use, the queue has no bound, and no shutdown has
   *                             begun: changed with the lock
   *   assigned     lock         owned by one thread, which alone may start it, until released: what
   *                             a worker begins with, what it runs in the middle of another, and what
   *                             guests run
   *   seats        lock         the same, for what workers take from the queue one after the other
   *   room         lock         submitters that wait, entered by offerWaiting
   *   active       lock         permits in use: workers that live or are being started
   *   missing      lock         starts that failed while others lived and were not made up for; more
   *                             than that once the queue has been empty
   *   guests       lock         threads that are no workers and run a body
   *   settlers     lock         threads that settle tasks that have left the queue for that
   *   leaving      lock         these tasks, until there is no settler
   *   stranded     lock         the same, for tasks that no worker could be started for
   *   shutdown     lock         never reverts; volatile, so that it can be read without the lock
   *   terminated   lock         counted down once shut down with nothing queued, no permit in use,
   *                             no guest and no settler
   *
   * A worker looks for its next task and gives its permit back in one critical section, and a
   * submission takes a permit or enters the queue in one: a task is queued only while every permit
   * is in use, and the worker that leaves last finds the queue empty (N5). A submission that leaves
   * its task with the arrivals takes no lock; whoever gives a permit back closes them in the same
   * section, and whoever looks for a task anywhere but at the head gathers them first. What is with
   * them came after everything in the queue, or at the same time. Accepting and shutting down
   * exclude each other (L2). Whoever shuts down finds every task that has not started in the queue,
   * assigned, or on a seat, also those that a worker has taken and not started yet (L6, I5). Each
   * release of a worker or a guest is ordered before the end by the lock (V7).
   *
   * Whoever takes tasks out of the queue to settle them is a settler until they are done: the pool
   * does not end before (L5), and another shutdown finds them among the leaving and the stranded, so
   * that it returns only when they are done as well (L6, L8). Both lists only grow while there is a
   * settler, so each can go through them, without memory for a copy: why a worker was not started may
   * be that there is none.
   *
   * Whatever makes room for one task calls one waiting submitter, and what makes more calls all; each
   * offers its task again and waits again if somebody was faster. One that was called and is
   * interrupted at the same time calls the next.
   *
   * A section of a submission makes sure of stack first, or changes one list by its last call and
   * the rest by plain writes: if the stack ends in it, all of it has happened or nothing.
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

  private final int workers;
  private final int capacity;
  private final Object lock = new Object();
  private final TaskList queue = new TaskList();
  private final Arrivals arrivals = new Arrivals(queue);
  private final TaskList assigned = new TaskList();
  private final Seats seats = new Seats();
  private final TaskList leaving = new TaskList();
  private final TaskList stranded = new TaskList();
  private final Room room = new Room();
  private final CountDownLatch terminated = new CountDownLatch(1);
  private int active;
  private int missing;
  private int guests;
  private int settlers;
  private volatile boolean shutdown;

  Dispatch(int workers, int capacity) {
    this.workers = workers;
    this.capacity = capacity;
  }

  // --- submissions ---------------------------------------------------------------------------

  /** Accepts the task if there is a permit or a place in the queue; never waits. */
  Offer offer(PooledTask<?> task) {
    if (arrivals.push(task)) {
      return Offer.QUEUED;
    }
    synchronized (lock) {
      return offerLocked(task);
    }
  }

  /** Accepts the task as {@link #offer}, waiting for a permit or a place; never answers FULL. */
  Offer offerWaiting(PooledTask<?> task) throws InterruptedException {
    while (true) {
      Room.Waiting waiting;
      synchronized (lock) {
        Offer offer = offerLocked(task);
        if (offer != Offer.FULL) {
          return offer;
        }
        waiting = room.enter();
      }
      awaitCall(waiting);
    }
  }

  private void awaitCall(Room.Waiting waiting) throws InterruptedException {
    while (!waiting.isCalled()) {
      if (Thread.interrupted()) {
        giveUp(waiting);
        throw new InterruptedException();
      }
      LockSupport.park(room);
    }
  }

  private void giveUp(Room.Waiting waiting) {
    Thread called;
    synchronized (lock) {
      called = room.leave(waiting) ? null : room.callOne();
    }
    LockSupport.unpark(called);
  }

  private Offer offerLocked(PooledTask<?> task) {
    if (shutdown) {
      return Offer.REFUSED;
    }
    if (active < workers) {
      return offerPermit(task);
    }
    if (queue.size() >= capacity) {
      return Offer.FULL;
    }
    queue.addLast(task); // also where the arrivals have been opened since they refused it
    return Offer.QUEUED;
  }

  /** Only where a thread could not be started is there a permit and a queue. */
  private Offer offerPermit(PooledTask<?> task) {
    StackHeadroom.require(StackHeadroom.TO_WAKE); // or the permit would be lost
    boolean first = queue.isEmpty();
    (first ? assigned : queue).addLast(task);
    active++;
    if (active == workers && capacity == Integer.MAX_VALUE) {
      arrivals.open();
    }
    return first ? Offer.ASSIGNED : Offer.QUEUED_WORKER_NEEDED;
  }

  /**
   * Takes a permit for a worker that the queue lacks: one whose start has failed left its task
   * there while others lived. Every submission since has taken one permit for itself.
   *
   * @return whether the caller starts a worker without a task
   */
  boolean takeMissingPermit() {
    if (missing == 0) {
      return false; // the caller has been in a section before, and whoever left a task still
      // earlier
    }
    synchronized (lock) {
      missing = queue.isEmpty() ? 0 : missing;
      if (shutdown || missing == 0 || active == workers) {
        return false;
      }
      missing--;
      active++;
      if (active == workers && capacity == Integer.MAX_VALUE) {
        arrivals.open();
      }
      return true;
    }
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
    synchronized (lock) {
      if (shutdown) {
        return false;
      }
      assigned.addLast(task);
      guests += guest;
      return true;
    }
  }

  // --- workers and guests --------------------------------------------------------------------

  /**
   * Releases a task of the calling worker and gives it the oldest in the queue. If there is none
   * the worker's permit is given back, and it must end.
   */
  @Nullable PooledTask<?> next(Seats.Seat seat, @Nullable PooledTask<?> done) {
    PooledTask<?> next;
    Thread called;
    synchronized (lock) {
      if (done != null && done.list == assigned) {
        assigned.remove(done);
      }
      next = oldest();
      if (next == null) {
        seats.leave(seat);
        active--;
        tryTerminate();
      } else {
        queue.remove(next);
        seats.take(seat, next);
      }
      called = room.callOne();
    }
    LockSupport.unpark(called);
    return next;
  }

  /** Returns the first task of the queue; if there is none, the arrivals are closed. */
  private @Nullable PooledTask<?> oldest() {
    if (queue.isEmpty() && !arrivals.closeIfEmpty()) {
      arrivals.gather();
    }
    return queue.first();
  }

  /** Assigns the task to the calling worker if it is queued. */
  boolean claim(PooledTask<?> task) {
    Thread called;
    synchronized (lock) {
      if (!room.isEmpty()) {
        StackHeadroom.require(StackHeadroom.TO_WAKE);
      }
      gatherFor(task);
      if (task.list != queue) {
        return false;
      }
      queue.remove(task);
      assigned.addLast(task);
      called = room.callOne();
    }
    LockSupport.unpark(called);
    return true;
  }

  /** A task that is in no list may be among the arrivals. */
  private void gatherFor(PooledTask<?> task) {
    if (task.list == null) {
      arrivals.gather();
    }
  }

  /** Releases a task that the calling worker has run in place. */
  void release(PooledTask<?> task) {
    synchronized (lock) {
      assigned.remove(task);
    }
  }

  /** Releases a task that the calling thread has run, which is no worker. */
  void releaseGuest(PooledTask<?> task) {
    synchronized (lock) {
      guests--;
      assigned.remove(task);
      tryTerminate();
    }
  }

  /** Returns whether the thread is a caller's that runs a task of this pool. */
  boolean isGuest(Thread thread) {
    synchronized (lock) {
      PooledTask<?> task = guests > 0 ? assigned.first() : null;
      while (task != null && task.runner() != thread) {
        task = task.next;
      }
      return task != null;
    }
  }

  /**
   * Cancels the task if it has not started; its place in the queue is free at once (C17). There has
   * to be stack for whom that concerns: who waits for the place, or for the end of the pool (R19).
   */
  boolean cancel(PooledTask<?> task) {
    Thread called = null;
    synchronized (lock) {
      if (shutdown || !room.isEmpty()) {
        StackHeadroom.require(StackHeadroom.TO_WAKE);
      }
      task.requireRoomToCancel();
      gatherFor(task);
      if (!task.cancelPending()) {
        return false;
      }
      if (task.list == queue) {
        queue.remove(task);
        tryTerminate();
        called = room.callOne();
      }
    }
    LockSupport.unpark(called);
    return true;
  }

  /**
   * Gives back the permit of a worker that did not start. While others live, its task goes back to
   * the head of the queue, unless it was cancelled; otherwise nobody is left to run anything, and
   * what is queued is stranded. The caller fails all that is, and calls {@link #settled}.
   *
   * @return whether the task that was to be submitted is refused: nobody has it, and nobody will
   */
  boolean workerDidNotStart(@Nullable PooledTask<?> task, @Nullable PooledTask<?> submitted) {
    Room.Waiting called;
    boolean refused;
    synchronized (lock) {
      arrivals.close();
      active--;
      if (task != null) {
        assigned.remove(task);
        if (!task.isDone()) {
          queue.addFirst(task); // one that is cancelled from now on leaves it
        }
      }
      refused =
          active == 0 && submitted != null && submitted.list == queue && submitted.cancelPending();
      if (active == 0) {
        moveQueueTo(stranded);
      } else {
        missing++;
      }
      settlers++;
      called = room.callAll();
    }
    Room.unpark(called);
    return refused;
  }

  /** Returns the first task that is stranded, or the one behind; for settlers. */
  @Nullable PooledTask<?> strandedAfter(@Nullable PooledTask<?> task) {
    synchronized (lock) {
      return task == null ? stranded.first() : task.next;
    }
  }

  private void moveQueueTo(TaskList target) {
    for (PooledTask<?> task; (task = queue.first()) != null; ) {
      queue.remove(task);
      target.addLast(task);
    }
  }

  // --- the end -------------------------------------------------------------------------------

  /** Accepts nothing from now on, and releases those who wait for room. */
  void shutdown() {
    Room.Waiting called;
    synchronized (lock) {
      arrivals.close(); // before: who sees the shutdown must not be let in
      shutdown = true;
      tryTerminate();
      called = room.callAll();
    }
    Room.unpark(called);
  }

  /**
   * Shuts down and empties the queue.
   *
   * @return what was queued, and what is assigned or on a seat, started or not; the caller calls
   *     {@link #settled} when what has not started is done. A body comes before those that run in
   *     the middle of it: the one below must be told while it is below (L8)
   */
  List<PooledTask<?>> shutdownAndDrain() {
    shutdown();
    List<PooledTask<?>> tasks;
    synchronized (lock) {
      tasks = roomForAll();
      moveQueueTo(leaving);
      addAll(leaving, tasks);
      addAll(stranded, tasks);
      for (Seats.Seat seat = seats.first(); seat != null; seat = seat.next()) {
        tasks.add(seat.task());
      }
      addAll(assigned, tasks);
      settlers++;
    }
    return tasks;
  }

  /** Shuts down without memory: what is queued is stranded, as where no worker can be started. */
  void shutdownAndStrand() {
    shutdown();
    synchronized (lock) {
      moveQueueTo(stranded);
      settlers++;
    }
  }

  /** Called once after each call that took tasks out of the queue to settle them. */
  void settled() {
    synchronized (lock) {
      settlers--;
      if (settlers == 0) {
        leaving.clear();
        stranded.clear();
      }
      tryTerminate();
    }
  }

  /** Returns a list with room for every task: without memory for it none is touched. */
  private List<PooledTask<?>> roomForAll() {
    int settling = leaving.size() + stranded.size();
    return new ArrayList<>(settling + queue.size() + assigned.size() + seats.size());
  }

  private static void addAll(TaskList list, List<PooledTask<?>> tasks) {
    for (PooledTask<?> task = list.first(); task != null; task = task.next) {
      tasks.add(task);
    }
  }

  private void tryTerminate() {
    if (shutdown && active == 0 && guests + settlers == 0 && queue.isEmpty()) {
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
    int owned = assigned.size() + seats.size();
    int queued = queue.size() + arrivals.size();
    return "assigned = " + owned + ", queued = " + queued;
  }
}
