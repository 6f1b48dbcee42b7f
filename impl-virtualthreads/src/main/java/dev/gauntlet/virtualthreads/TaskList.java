package dev.gauntlet.virtualthreads;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A doubly linked list of tasks through their own links: everything but {@link #copyInto} takes
 * constant time. Guarded by the lock of whoever owns it; {@link #size} may be read without it.
 */
final class TaskList {
  private @Nullable Task<?> first;
  private @Nullable Task<?> last;
  private volatile int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return first == null;
  }

  @Nullable Task<?> first() {
    return first;
  }

  void addLast(Task<?> task) {
    task.prev = last;
    if (last == null) {
      first = task;
    } else {
      last.next = task;
    }
    last = task;
    resize(1);
  }

  void addFirst(Task<?> task) {
    task.next = first;
    if (first == null) {
      last = task;
    } else {
      first.prev = task;
    }
    first = task;
    resize(1);
  }

  /** Removes a task that is in this list. */
  void remove(Task<?> task) {
    Task<?> before = task.prev;
    Task<?> after = task.next;
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
    resize(-1);
  }

  void copyInto(Collection<? super Task<?>> target) {
    for (Task<?> task = first; task != null; task = task.next) {
      target.add(task);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // the lock makes it atomic
  private void resize(int by) {
    size += by;
  }
}
