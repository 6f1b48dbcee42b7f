package dev.gauntlet.locking;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Where submissions leave their tasks while nobody has to be woken or started for them. It has a
 * lock of its own, so that submitters and workers meet only where the workers have run out of
 * tasks.
 */
final class Inbox {
  /*
   *   OPEN --setOpen(false)--> SHUT --setOpen(true)--> OPEN
   *
   *   field      guarded by
   *   first, last, size, open,           lock; size is read without it, opaque
   *   the links of the tasks in between
   *   isOpen                             the lock of the pool: what open is, for who holds that one alone
   *
   * The lock of the pool is taken first. What is in the inbox came after everything in the queue of
   * the pool, so it is appended there as a whole (gather), before anybody with the lock of the pool
   * looks for a task that is not at the head of the queue, or finds the queue empty.
   *
   * The pool opens it when each new task will be found without being announced, and closes it in
   * the section in which that ends. Closing empties it: so a submission comes either before, and
   * is in the queue when that section decides whom to wake, or after it, and is refused here and
   * entered by the submitter with the lock of the pool.
   */
  private static final VarHandle SIZE;

  static {
    try {
      SIZE =
          MethodHandles.lookup()
              .findVarHandle(Inbox.class, "size", int.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Object lock = new Object();
  private final TaskQueue queue;
  private @Nullable LockingTask<?> first;
  private @Nullable LockingTask<?> last;
  private int size;
  private boolean open;
  private boolean isOpen;

  Inbox(TaskQueue queue) {
    this.queue = queue;
  }

  /**
   * Leaves a task; returns false if it has to be announced. Without the lock of the pool. Calls
   * nothing, so the end of a stack cannot cut it short.
   */
  boolean offer(LockingTask<?> task) {
    synchronized (lock) {
      if (!open) {
        return false;
      }
      task.previous = last;
      if (last == null) {
        first = task;
      } else {
        last.next = task;
      }
      last = task;
      size++;
      return true;
    }
  }

  /** Returns how many tasks were here a moment ago; without any lock. */
  int sizeNow() {
    return (int) SIZE.getOpaque(this);
  }

  // With the lock of the pool.

  /** Moves the tasks to the queue of the pool. */
  void gather() {
    if (isOpen) {
      synchronized (lock) {
        handOver();
      }
    }
  }

  /** Opens or closes it; what was in it when it is closed is in the queue of the pool then. */
  void setOpen(boolean shallBeOpen) {
    if (isOpen != shallBeOpen) {
      synchronized (lock) {
        handOver();
        open = shallBeOpen;
      }
      isOpen = shallBeOpen;
    }
  }

  private void handOver() {
    if (first != null && last != null) {
      queue.append(first, last, size);
      first = null;
      last = null;
      size = 0;
    }
  }
}
