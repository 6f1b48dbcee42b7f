package dev.gauntlet.virtualthreads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One part of the tasks of an unbounded pool: those whose threads fall into it. The lock is held
 * for a few instructions, never around user code.
 */
final class Stripe {
  /*
   *   field    guarded by   meaning
   *   tasks    lock         entered and not left: started, about to be, or cancelled but not ended
   *   closed   lock         shut down; never reopened
   *
   * Entering and closing exclude each other, so a submission is either refused, or enumerated by
   * whoever shuts down and waited for by termination (L2).
   */
  private final ReentrantLock lock = new ReentrantLock();
  private final TaskList tasks = new TaskList();
  private boolean closed;

  /** Returns false if the stripe is closed. */
  boolean enter(Task<?> task) {
    lock.lock();
    try {
      if (!closed) {
        tasks.addLast(task);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the stripe is closed and this was its last task. */
  boolean leave(Task<?> task) {
    lock.lock();
    try {
      tasks.remove(task);
      task.setRunner(null);
      return closed && tasks.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether this call has closed the stripe and found it empty. */
  boolean close() {
    lock.lock();
    try {
      boolean first = !closed;
      closed = true;
      return first && tasks.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  List<Task<?>> copy() {
    lock.lock();
    try {
      List<Task<?>> copy = new ArrayList<>(tasks.size());
      tasks.copyInto(copy);
      return copy;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the thread was started for a task of this stripe that it has not left. */
  boolean isWorker(Thread thread) {
    lock.lock();
    try {
      for (Task<?> task = tasks.first(); task != null; task = task.next) {
        if (task.runner() == thread) {
          return true;
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** A glance without the lock. */
  int size() {
    return tasks.size();
  }
}
