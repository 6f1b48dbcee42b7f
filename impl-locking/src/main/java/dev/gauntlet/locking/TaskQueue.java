package dev.gauntlet.locking;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that no worker has taken, first in, first out. The links are in the tasks, so a task
 * leaves from any position in constant time, and one that has left holds no other task. Guarded by
 * the lock of the pool.
 */
final class TaskQueue {
  /*
   *   field                    written by                 write mode   read mode
   *   first, last, and the     holders of the pool's lock plain        plain, with the lock
   *   previous and next of
   *   queued tasks
   *   size                     holders of the pool's lock plain        plain, with the lock;
   *                                                                    without: opaque; plain in
   *                                                                    toString (hints)
   */
  private static final VarHandle SIZE;

  static {
    try {
      SIZE =
          MethodHandles.lookup()
              .findVarHandle(TaskQueue.class, "size", int.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private @Nullable LockingTask<?> first;
  private @Nullable LockingTask<?> last;
  private int size;

  int size() {
    return size;
  }

  /** Returns how many tasks were there a moment ago; needs no lock. */
  int sizeNow() {
    return (int) SIZE.getOpaque(this);
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(LockingTask<?> task) {
    append(task, task, 1);
  }

  /** Appends tasks that are linked to each other already. */
  void append(LockingTask<?> head, LockingTask<?> tail, int count) {
    head.previous = last;
    if (last == null) {
      first = head;
    } else {
      last.next = head;
    }
    last = tail;
    size += count;
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
