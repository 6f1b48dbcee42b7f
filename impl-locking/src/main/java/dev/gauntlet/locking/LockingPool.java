package dev.gauntlet.locking;

import dev.gauntlet.locking.BlockedSubmitters.Submitter;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A pool: its queue, its workers and its phase under one lock. It does not refer to the executor in
 * front of it, so that an abandoned executor can be noticed (L25).
 */
final class LockingPool {
  /*
   *   phase:  ACCEPTING --> DRAINING --> STOPPED      never back (L7)
   *
   *   ACCEPTING  tasks are accepted and taken
   *   DRAINING   tasks are taken; workers leave when the queue is empty
   *   STOPPED    nothing is taken: whoever stopped the pool ends what is queued
   *   Terminated once it is not ACCEPTING, the queue is empty, and the last worker and the last
   *   run on a caller's thread have left; whichever section brings that about opens terminated.
   *
   *   field                                     guarded by
   *   queue, roster, blocked, callerRuns,       lock; the size of the queue is looked at without
   *   broken
   *   phase                                     written with lock, read anywhere (volatile)
   *   terminated                                itself
   *   whenBroken                                written before the first submission
   *
   * Sections are short, allocate little, call no user code, and wake nobody: what they find to be
   * woken is unparked after the lock is free. The exceptions are shutting down and terminating,
   * which happen once.
   *
   * A submission enters its task in the section that finds the phase ACCEPTING, so a shutdown comes
   * either before it, and it throws, or after it, and the task is in the queue that is drained or
   * cancelled (L2). A worker that leaves finds the queue empty in a section with a later phase, so
   * nothing can arrive after it. A worker is claimed for a task in one section too: a shutdownNow
   * comes either before that, and the task is never taken, or after it, and finds the body on the
   * worker (I5).
   *
   * While nobody has to be woken or started for a new task, submissions do not come here at all:
   * they leave it in the Inbox. A worker that finds nothing first looks out for a while without the
   * lock, as one that is on its way, and only then becomes idle.
   *
   * A task counts against the capacity unless a free worker is there for it: a pool of idle
   * workers takes as many tasks at once as it has workers, and only then fills its queue.
   */
  enum Phase {
    ACCEPTING,
    DRAINING,
    STOPPED
  }

  private final ExecutorConfig config;
  private final int capacity;
  private final Starter starter;
  private final Shutdown ending = new Shutdown(this);
  private final Object lock = new Object();
  private final TaskQueue queue = new TaskQueue();
  private final Inbox inbox = new Inbox(queue);
  private final Roster roster;
  private final BlockedSubmitters blocked = new BlockedSubmitters();
  private final CountDownLatch terminated = new CountDownLatch(1);
  private final Spinning lookOuts = Spinning.ofWorkers();
  private final Spinning readers = Spinning.ofReaders();
  private final BooleanSupplier somethingToDo = this::hasSomethingToDo;
  private volatile Phase phase = Phase.ACCEPTING;
  private Runnable whenBroken = () -> {};
  private int callerRuns;
  private @Nullable Throwable broken;

  LockingPool(ExecutorConfig config) {
    this.config = config;
    this.capacity = config.queueCapacity().orElse(Integer.MAX_VALUE);
    this.roster = new Roster(config.workers());
    this.starter = new Starter(this, config.newThreadFactory("gauntlet-locking"));
  }

  /** Sets what is to be done besides if the pool is not ended by its executor, but breaks. */
  void whenBroken(Runnable action) {
    whenBroken = action;
  }

  Runnable whenBroken() {
    return whenBroken;
  }

  Shutdown ending() {
    return ending;
  }

  ExecutorConfig config() {
    return config;
  }

  Spinning readers() {
    return readers;
  }

  // Submission.

  /** Enters the task if somebody will look at it in any case; if not, it has to be offered. */
  boolean enterUnannounced(LockingTask<?> task) {
    return inbox.offer(task);
  }

  /**
   * Enters the task and makes sure that somebody will look at it.
   *
   * @param submitter who waits for a place; null for a newcomer, who has no turn before those
   * @return false if there is no place
   * @throws RejectedExecutionException if the task never runs
   */
  boolean offer(LockingTask<?> task, @Nullable Submitter submitter) {
    Worker recruit;
    Worker woken;
    Thread unblocked = null;
    synchronized (lock) {
      ensureAccepting();
      if (!blocked.isTurnOf(submitter) || !hasRoom()) {
        return false;
      }
      inbox.gather();
      recruit = roster.recruit(this, queue.size() + 1);
      queue.add(task);
      woken = roster.wakeOne(queue.size());
      if (submitter != null) {
        blocked.remove(submitter);
        unblocked = submitterToUnblock();
      }
      adjustInbox();
    }
    wake(woken, unblocked);
    if (recruit != null) {
      starter.start(recruit, task);
    }
    return true;
  }

  void enlist(Submitter submitter) {
    synchronized (lock) {
      blocked.add(submitter);
    }
  }

  /** A submitter that leaves passes the turn on; has no effect if it has entered its task. */
  void giveUp(Submitter submitter) {
    Thread unblocked;
    synchronized (lock) {
      blocked.remove(submitter);
      unblocked = submitterToUnblock();
    }
    Parking.unpark(unblocked);
  }

  private void ensureAccepting() {
    if (phase != Phase.ACCEPTING) {
      throw broken == null
          ? new RejectedExecutionException("the executor is shut down")
          : Shutdown.brokenException(broken);
    }
  }

  private boolean hasRoom() {
    return queue.size() - roster.free() < capacity;
  }

  private @Nullable Thread submitterToUnblock() {
    return hasRoom() ? blocked.first() : null;
  }

  private static void wake(@Nullable Worker worker, @Nullable Thread submitter) {
    if (worker != null) {
      worker.unpark();
    }
    Parking.unpark(submitter);
  }

  // Taking and cancelling.

  /** Returns the next task, claimed for the worker, waiting for it; null if it is time to leave. */
  @Nullable LockingTask<?> take(Worker worker) {
    boolean hasLookedOut = false;
    while (true) {
      LockingTask<?> task;
      boolean looksOut = false;
      Worker woken = null;
      Thread unblocked = null;
      synchronized (lock) {
        roster.arrived(worker);
        worker.top = null;
        adjustInbox();
        task = phase == Phase.STOPPED ? null : poll();
        if (task != null) {
          Thread.interrupted(); // before the claim: what comes later is meant for this body
          claim(task, worker);
          woken = roster.wakeOne(queue.size());
          unblocked = submitterToUnblock();
        } else if (phase != Phase.ACCEPTING) {
          return null;
        } else {
          looksOut = !hasLookedOut && roster.mayLookOut() && lookOuts.isWorthwhile();
          roster.becameFree(worker, looksOut);
          adjustInbox();
          woken = roster.wakeOne(queue.size());
        }
        adjustInbox();
      }
      wake(woken, unblocked);
      if (task != null) {
        return task;
      }
      hasLookedOut = looksOut && !lookOuts.until(somethingToDo);
      if (!looksOut) {
        worker.parkWhileIdle();
      }
    }
  }

  private @Nullable LockingTask<?> poll() {
    if (queue.isEmpty()) {
      inbox.gather();
    }
    return queue.poll();
  }

  /** To be called with the lock wherever the workers or the phase have changed. */
  private void adjustInbox() {
    inbox.setOpen(
        capacity == Integer.MAX_VALUE && phase == Phase.ACCEPTING && roster.needsNobody());
  }

  /** Without the lock: what it sees is looked at again with it. */
  private boolean hasSomethingToDo() {
    return queue.sizeNow() > 0 || inbox.sizeNow() > 0 || phase != Phase.ACCEPTING;
  }

  /** Takes exactly {@code task}, for a worker that waits for it (N2, N4). */
  boolean claimQueued(LockingTask<?> task, Worker worker) {
    Thread unblocked;
    synchronized (lock) {
      if (task.stateNow() != LockingFuture.PENDING || phase == Phase.STOPPED) {
        return false;
      }
      inbox.gather();
      queue.remove(task);
      claim(task, worker);
      unblocked = submitterToUnblock();
    }
    Parking.unpark(unblocked);
    return true;
  }

  /** Takes a task that was never queued, for a worker that runs it in place. */
  boolean claimUnqueued(LockingTask<?> task, Worker worker) {
    synchronized (lock) {
      ensureAccepting();
      claim(task, worker);
      return true;
    }
  }

  private static void claim(LockingTask<?> task, Worker worker) {
    task.outer = worker.top;
    worker.top = task;
    task.claim(Thread.currentThread(), /* ownThread= */ true);
  }

  /** Notes that a body that was run in place has ended. */
  void ended(LockingTask<?> task, Worker worker) {
    synchronized (lock) {
      worker.top = task.outer;
      task.outer = null;
    }
  }

  void claimForCaller(LockingTask<?> task) {
    synchronized (lock) {
      ensureAccepting();
      task.claim(Thread.currentThread(), /* ownThread= */ false);
      callerRuns++;
    }
  }

  void callerEnded() {
    synchronized (lock) {
      callerRuns--;
      tryTerminate();
    }
  }

  /**
   * Cancels the task if it is pending; the caller announces it. There has to be stack for whom this
   * concerns: who waits for the task, for a place, or for the end of the pool (R19).
   */
  boolean cancel(LockingTask<?> task) {
    Thread unblocked;
    synchronized (lock) {
      if (task.stateNow() != LockingFuture.PENDING) {
        return false;
      }
      if (phase != Phase.ACCEPTING || blocked.first() != null) {
        StackHeadroom.requireToComplete();
      }
      synchronized (task.lock) { // nobody registers any more after the look at who has
        task.requireRoomToTell();
        endQueued(task, LockingFuture.CANCELLED, null);
      }
      unblocked = submitterToUnblock();
    }
    Parking.unpark(unblocked);
    return true;
  }

  /** Settles first, which goes deepest: if the stack ends there, nothing has happened. */
  private void endQueued(LockingTask<?> task, int done, @Nullable Object result) {
    inbox.gather();
    task.settlePending(done, result);
    queue.remove(task);
    tryTerminate();
  }

  // The life of workers.

  /** Returns whether a thread that enters a worker is welcome: the first is, if one was started. */
  boolean admit(Worker worker) {
    synchronized (lock) {
      return worker.enlisted && worker.enter();
    }
  }

  /**
   * Returns whether the calling thread is on the way to a worker: in the thread factory, in the
   * start of its thread, or on that thread before it enters the worker. If it waited for the pool,
   * it could wait for itself (L32).
   */
  boolean isWorkerToBeHere() {
    if (starter.isStartingHere()) {
      return true;
    }
    synchronized (lock) {
      return roster.awaits(Thread.currentThread());
    }
  }

  /** To be called once a worker that was recruited for the queue was asked to start: it is room. */
  void unblockSubmitter() {
    Thread unblocked;
    synchronized (lock) {
      unblocked = submitterToUnblock();
    }
    Parking.unpark(unblocked);
  }

  /** Strikes off a worker that could not be started; returns the task that is refused for it. */
  @Nullable LockingTask<?> startFailed(
      Worker worker, @Nullable LockingTask<?> own, Throwable failure) {
    LockingTask<?> refused = null;
    Thread unblocked;
    synchronized (lock) {
      if (!worker.hasEntered()) {
        roster.left(worker);
        adjustInbox();
        refused = refuse(own, failure);
        tryTerminate();
      }
      unblocked = submitterToUnblock();
    }
    Parking.unpark(unblocked);
    return refused;
  }

  /** Ends a queued task that no worker is there for; returns it, or null if there is none. */
  @Nullable LockingTask<?> refuseStranded(Throwable failure) {
    LockingTask<?> refused;
    Thread unblocked;
    synchronized (lock) {
      refused = refuse(null, failure);
      unblocked = submitterToUnblock();
    }
    Parking.unpark(unblocked);
    return refused;
  }

  private @Nullable LockingTask<?> refuse(@Nullable LockingTask<?> own, Throwable failure) {
    if (!roster.isEmpty() || phase == Phase.STOPPED) {
      return null;
    }
    inbox.gather();
    boolean ownIsQueued = own != null && own.stateNow() == LockingFuture.PENDING;
    LockingTask<?> refused = ownIsQueued ? own : queue.peek();
    if (refused != null) {
      endQueued(refused, LockingFuture.FAILED, failure);
    }
    return refused;
  }

  int queued() {
    synchronized (lock) {
      inbox.gather();
      return queue.size();
    }
  }

  /** Returns a worker to start if tasks are queued that no worker is free for. */
  @Nullable Worker recruitForQueue() {
    synchronized (lock) {
      inbox.gather();
      Worker recruit = phase == Phase.STOPPED ? null : roster.recruit(this, queue.size());
      adjustInbox();
      return recruit;
    }
  }

  /** A worker's thread ends, as it should or by an error; in the latter case it is replaced. */
  void left(Worker worker) {
    Worker woken;
    synchronized (lock) {
      worker.top = null;
      roster.left(worker);
      adjustInbox();
      woken = roster.wakeOne(queue.size()); // this may have been the one on its way
      adjustInbox();
      tryTerminate();
    }
    wake(woken, null);
    starter.replace(worker);
  }

  // The end.

  /** From now on submissions throw BrokenExecutorException, once they are rejected. */
  void markBroken(Throwable cause) {
    synchronized (lock) {
      broken = broken == null ? cause : broken;
    }
  }

  /** Goes on to a later phase, and wakes everybody who waits for something else. */
  void advance(Phase next) {
    Worker idle;
    synchronized (lock) {
      inbox.setOpen(false); // first: who sees the phase has no task accepted any more (L1)
      phase = phase.compareTo(next) < 0 ? next : phase;
      idle = roster.wakeAll();
      blocked.unparkAll();
      tryTerminate();
    }
    while (idle != null) {
      Worker following = idle.nextIdle;
      idle.nextIdle = null;
      idle.unpark();
      idle = following;
    }
  }

  /**
   * Ends the first task of the queue, which never runs; the caller announces it.
   *
   * @param neverStarted receives what {@code shutdownNow} returns for the task, unless it is null
   */
  @Nullable LockingTask<?> endFirst(
      int done, @Nullable Object result, @Nullable List<Runnable> neverStarted) {
    synchronized (lock) {
      LockingTask<?> task = queue.peek();
      if (task != null) {
        if (neverStarted != null) {
          neverStarted.add(task.handBack());
        }
        endQueued(task, done, result);
      }
      return task;
    }
  }

  List<BodyFuture<?>> runningBodies() {
    synchronized (lock) {
      return roster.bodies();
    }
  }

  private void tryTerminate() {
    if (phase != Phase.ACCEPTING && queue.isEmpty() && roster.isEmpty() && callerRuns == 0) {
      terminated.countDown();
    }
  }

  boolean isShutdown() {
    return phase != Phase.ACCEPTING;
  }

  CountDownLatch termination() {
    return terminated;
  }

  /** Reads the counts without the lock: they may be a moment old (J10). */
  @Override
  public String toString() {
    return "["
        + (terminated.getCount() == 0 ? "TERMINATED" : phase)
        + ", workers = "
        + roster.size()
        + " of "
        + config.workers()
        + ", free = "
        + roster.free()
        + ", queued = "
        + (queue.size() + inbox.sizeNow())
        + "]";
  }
}
