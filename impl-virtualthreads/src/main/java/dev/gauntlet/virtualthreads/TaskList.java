package dev.gauntlet.virtualthreads;

import org.jspecify.annotations.Nullable;

/**
 * A doubly linked list of tasks through their own links: everything takes constant time. Guarded by
 * the lock of the {@link Dispatch}; {@link #size} may be glanced at without it. The methods that
 * change it call nothing, so that a stack that ends cannot leave them half done.
 */
final class TaskList {
  /*
   *   field                     written by             write mode   read mode
   *   first, last; prev, next,  holders of the lock    plain        plain, with the lock
   *   list of the tasks         (next of a task that arrives: see Arrivals)
   *   size                      holders of the lock    plain        plain; without the lock a hint
   */
  private @Nullable PooledTask<?> first;
  private @Nullable PooledTask<?> last;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return first == null;
  }

  @Nullable PooledTask<?> first() {
    return first;
  }

  void addLast(PooledTask<?> task) {
    task.prev = last;
    if (last == null) {
      first = task;
    } else {
      last.next = task;
    }
    last = task;
    size++;
    task.list = this;
  }

  /** Adds the task at the end, and before it those that are linked behind it by {@code next}. */
  void addAllReversed(PooledTask<?> newest) {
    PooledTask<?> newer = null;
    PooledTask<?> task = newest;
    while (true) {
      PooledTask<?> older = task.next;
      task.next = newer;
      task.list = this;
      size++;
      if (older == null) {
        break;
      }
      task.prev = older;
      newer = task;
      task = older;
    }
    task.prev = last;
    if (last == null) {
      first = task;
    } else {
      last.next = task;
    }
    last = newest;
  }

  void addFirst(PooledTask<?> task) {
    task.next = first;
    if (first == null) {
      last = task;
    } else {
      first.prev = task;
    }
    first = task;
    size++;
    task.list = this;
  }

  /** Removes all tasks. */
  void clear() {
    PooledTask<?> task = first;
    while (task != null) {
      PooledTask<?> after = task.next;
      task.prev = null;
      task.next = null;
      task.list = null;
      task = after;
    }
    first = null;
    last = null;
    size = 0;
  }

  /** Removes a task that is in this list. */
  void remove(PooledTask<?> task) {
    PooledTask<?> before = task.prev;
    PooledTask<?> after = task.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.prev = before;
    }
    task.prev = null;
    task.next = null;
    size--;
    task.list = null;
  }
}
