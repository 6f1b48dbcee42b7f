package dev.gauntlet.virtualthreads;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A doubly linked list of tasks through their own links: everything but {@link #copyInto} takes
 * constant time. Guarded by the lock of whoever owns it; {@link #size} may be read without it. The
 * methods that change it call nothing, so that a stack that ends cannot leave them half done.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // of size, under the lock
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
    size++;
  }

  void addFirst(Task<?> task) {
    task.next = first;
    if (first == null) {
      last = task;
    } else {
      first.prev = task;
    }
    first = task;
    size++;
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
    size--;
  }

  void copyInto(Collection<? super Task<?>> target) {
    for (Task<?> task = first; task != null; task = task.next) {
      target.add(task);
    }
  }
}
