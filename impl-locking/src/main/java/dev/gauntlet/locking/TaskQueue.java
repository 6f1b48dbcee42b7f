package dev.gauntlet.locking;

import org.jspecify.annotations.Nullable;

/**
 * The tasks that no worker has taken, first in, first out. The links are in the tasks, so a task
 * leaves from any position in constant time, and one that has left holds no other task. Guarded by
 * the lock of the pool.
 */
final class TaskQueue {
  private @Nullable LockingTask<?> first;
  private @Nullable LockingTask<?> last;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(LockingTask<?> task) {
    task.previous = last;
    if (last == null) {
      first = task;
    } else {
      last.next = task;
    }
    last = task;
    size++;
  }

  @Nullable LockingTask<?> peek() {
    return first;
  }

  @Nullable LockingTask<?> poll() {
    LockingTask<?> task = first;
    if (task != null) {
      remove(task);
    }
    return task;
  }

  /** Removes a task that is in this queue. */
  void remove(LockingTask<?> task) {
    if (task.previous == null) {
      first = task.next;
    } else {
      task.previous.next = task.next;
    }
    if (task.next == null) {
      last = task.previous;
    } else {
      task.next.previous = task.previous;
    }
    task.previous = null;
    task.next = null;
    size--;
  }
}
