package dev.gauntlet.virtualthreads;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A virtual thread of a bounded pool, with one permit. It runs the task it was started for, then
 * the tasks it finds queued, and ends when there is none: a thread is made for a burst, not for a
 * task, and an idle pool has none.
 */
final class Worker implements Runnable {
  /*
   *   NEW --the thread--> CAME       it has the permit and the first task
   *    +----the launcher-> GIVEN_UP  starting it has failed: both are the launcher's again
   *
   *   field     written by                                write mode   read by
   *   start     the thread, when it comes; the launcher,  CAS          both
   *             when starting it has failed: first wins
   *   first     launcher: task; thread: null              plain        thread, ordered by its start
   *   seat      final; guarded by the lock of the Dispatch
   *   current   thread                                    plain        thread
   *   ready     thread                                    plain        thread
   *
   * Thread.start may throw after the thread is on its way. The one CAS on start decides whether
   * the permit and the first task belong to the thread or to the launcher.
   */
  private static final VarHandle START;
  private static final int NEW = 0;
  private static final int CAME = 1;
  private static final int GIVEN_UP = 2;

  static {
    try {
      START = MethodHandles.lookup().findVarHandle(Worker.class, "start", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final BoundedPool pool;
  private final Seats.Seat seat = new Seats.Seat();
  private @Nullable PooledTask<?> first;
  private @Nullable PooledTask<?> current;
  private boolean ready;
  private volatile int start = NEW;

  Worker(BoundedPool pool, @Nullable PooledTask<?> first) {
    this.pool = pool;
    this.first = first;
  }

  /**
   * Starts the thread.
   *
   * @throws RejectedExecutionException if there is none; nothing has run then, and nothing will
   */
  void launch(ThreadFactory threads) {
    Thread thread = VirtualThreads.newThread(threads, this);
    try {
      thread.start();
    } catch (Throwable failure) {
      if (giveUp()) {
        throw VirtualThreads.notStarted(failure);
      }
    }
  }

  /** Returns whether the thread has not come, and never will. */
  boolean giveUp() {
    return START.compareAndSet(this, NEW, GIVEN_UP);
  }

  @Override
  public void run() {
    if (!START.compareAndSet(this, NEW, CAME)) {
      return;
    }
    Thread thread = Thread.currentThread();
    pool.workerCame(thread, this);
    try {
      ready = pool.initialize();
      PooledTask<?> task = first == null ? pool.next(seat, null) : first;
      first = null;
      while (task != null) {
        if (ready) {
          run(task, thread);
        } else {
          pool.failAsBroken(task);
        }
        task = pool.next(seat, task);
      }
    } finally {
      pool.workerEnds(thread);
    }
  }

  private void run(PooledTask<?> task, Thread thread) {
    PooledTask<?> outer = current;
    current = task;
    try {
      task.runOnWorker(thread);
    } catch (Throwable ours) {
      Diagnostics.NOT_COMPLETED.warn(ours);
    } finally {
      task.setRunner(null);
      current = outer;
    }
  }

  /** Whether the initializer has succeeded, so that bodies may run here. */
  boolean isReady() {
    return ready;
  }

  /** Whether nobody has cancelled or stopped what the thread runs, if it runs a task. */
  boolean isUndisturbed() {
    PooledTask<?> task = current;
    return task == null || !task.isDisturbed();
  }

  /**
   * Runs a queued task for whose end the thread waits (N2, N4); an interrupt that is already there
   * ends that wait first.
   *
   * @return whether the task was run
   */
  boolean help(PooledTask<?> task) {
    StackHeadroom.require(StackHeadroom.TO_RUN);
    return runOnTop(task, /* queued= */ true);
  }

  /**
   * Runs a task that was never queued, in the middle of what the thread is doing (N3).
   *
   * @return false if the pool is shut down
   */
  boolean runInPlace(PooledTask<?> task) {
    return runOnTop(task, /* queued= */ false);
  }

  /**
   * In a callback, too, what the task completes has its callbacks called while it runs. What may
   * need memory comes before the task is taken.
   */
  private boolean runOnTop(PooledTask<?> task, boolean queued) {
    Trampoline outer = Trampoline.stepOut();
    try {
      return runCovering(task, queued);
    } finally {
      Trampoline.stepBack(outer);
    }
  }

  private boolean runCovering(PooledTask<?> task, boolean queued) {
    PooledTask<?> covered = bodyOnTop();
    boolean interrupted = hide(covered);
    try {
      boolean taken = queued ? !interrupted && pool.claim(task) : pool.adopt(task);
      if (taken) {
        runAndRelease(task);
      }
      return taken;
    } finally {
      show(covered, interrupted);
    }
  }

  private void runAndRelease(PooledTask<?> task) {
    try {
      run(task, Thread.currentThread());
    } finally {
      pool.release(task);
    }
  }

  /** Null in a callback: the body has ended, and no interrupt is aimed at it. */
  private @Nullable PooledTask<?> bodyOnTop() {
    PooledTask<?> task = current;
    return task != null && StateWord.has(task.word(), StateWord.ON_TOP) ? task : null;
  }

  private static boolean hide(@Nullable PooledTask<?> covered) {
    return covered == null ? Thread.interrupted() : covered.cover();
  }

  /** A flag that is set now was left by a handler, and is nobody's (I3). */
  private static void show(@Nullable PooledTask<?> covered, boolean interrupted) {
    boolean unusedFlag = Thread.interrupted();
    if (covered != null) {
      covered.uncover(interrupted);
    } else if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
