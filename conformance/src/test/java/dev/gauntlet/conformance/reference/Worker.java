package dev.gauntlet.conformance.reference;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A thread of a pool, and the user code on its stack. The interrupt flag belongs to the innermost
 * frame; what is meant for one further out is kept until that is the innermost again.
 */
public class Worker implements Runnable {
  private static final ThreadLocal<Worker> CURRENT = new ThreadLocal<>();

  protected final ReferencePool pool;

  /** Guarded by the monitor, as everything here. */
  private final Deque<Frame> frames = new ArrayDeque<>();

  protected Thread thread;

  /** Set when the pool starts the thread; a thread that the factory started runs nothing. */
  private boolean admitted;

  /** Whether the initializer has ended; confined to the thread. */
  private boolean ready;

  private static final class Frame {
    /** Null for a callback. */
    final ReferenceTask<?> task;

    boolean interruptedMeanwhile;

    Frame(ReferenceTask<?> task) {
      this.task = task;
    }
  }

  public Worker(ReferencePool pool) {
    this.pool = pool;
  }

  static Worker current() {
    return CURRENT.get();
  }

  void admit(Thread started) {
    thread = started;
    admitted = true;
  }

  void revoke() {
    admitted = false;
  }

  @Override
  public void run() {
    boolean mayRun =
        pool.monitor.locked(() -> {
          boolean first = admitted && thread == Thread.currentThread();
          admitted = false;
          return first;
        });
    if (!mayRun) {
      return;
    }
    CURRENT.set(this);
    try {
      if (initialize()) {
        ready = true;
        while (runNext()) {
          // A frame of its own for each task, so that nothing of the last one stays on the stack.
        }
      }
    } finally {
      CURRENT.remove();
      pool.monitor.locked(pool::workerLeaves);
    }
  }

  /** Returns whether bodies may run on this worker, which is the current thread. */
  public boolean isReady() {
    return ready;
  }

  public boolean initialize() {
    Runnable initializer = pool.config.initializer();
    if (initializer == null) {
      return true;
    }
    try {
      initializer.run();
      return true;
    } catch (Throwable failure) {
      pool.breakBecauseOf(failure);
      pool.whenBroken.run();
      return false;
    }
  }

  public boolean runNext() {
    ReferenceTask<?> task = pool.monitor.locked(pool::take);
    if (task == null) {
      return false;
    }
    try {
      task.runBody();
    } finally {
      pool.monitor.locked(pool::workerIsIdle);
    }
    return true;
  }

  // --- under the monitor -------------------------------------------------------------------

  public void push(ReferenceTask<?> task) {
    boolean flag = Thread.interrupted();
    Frame outer = frames.peek();
    if (outer != null && flag) {
      outer.interruptedMeanwhile = true;
    }
    frames.push(new Frame(task));
  }

  public void pop() {
    frames.pop();
    Thread.interrupted();
    Frame outer = frames.peek();
    if (outer != null && outer.interruptedMeanwhile) {
      outer.interruptedMeanwhile = false;
      thread.interrupt();
    }
  }

  void interrupt(ReferenceTask<?> task) {
    for (Frame frame : frames) {
      if (frame.task == task) {
        if (frame == frames.peek()) {
          interruptThread();
        } else {
          frame.interruptedMeanwhile = true;
        }
      }
    }
  }

  public void interruptThread() {
    try {
      thread.interrupt();
    } catch (Throwable refused) {
      // The thread is the user's own class; a body that cannot be interrupted goes on.
    }
  }
}
