package dev.gauntlet.virtualthreads;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way into the queue of a {@link Dispatch} for tasks that no worker has to be started for: one
 * compare-and-set, no lock. A stack, because only submitters add one by one; whoever holds the lock
 * takes all at once, and puts them into the order in which they came (Treiber 1986, "Systems
 * Programming: Coping with Parallelism").
 */
final class Arrivals {
  /*
   *   CLOSED --open--> null (none) <--gather-- newest -> ... -> oldest
   *      ^               |    |                  ^
   *      |               |    +-------push-------+
   *      +-closeIfEmpty--+
   *      +----------------------close------------+
   *
   *   field           written by                        write mode         read mode
   *   newest          submitters: push                  CAS                volatile
   *                   holders of the lock of the        volatile (open),   volatile
   *                   Dispatch: all others              getAndSet, CAS
   *   next, position  its submitter, before the push    plain              plain, after a volatile
   *   of a task       that publishes it                                    read of what leads there
   *
   * The Dispatch has it open only while every permit is in use, so that each task that comes will be
   * found: a worker gives its permit back in a section in which it has closed this and found the
   * queue empty. A push comes before that close, and keeps the worker, or after it, and fails: the
   * submitter then takes the lock, and finds the permit, or that it has been taken again. So no task
   * is slept through (N5), and as a shutdown closes this as well, none is accepted after it (L2).
   *
   * Tasks are taken all at once, so a CAS that finds the newest as it was finds all of them as they
   * were; one that finds none does not depend on what has been there meanwhile.
   */
  private static final Object CLOSED = new Object();
  private static final VarHandle NEWEST;

  static {
    try {
      NEWEST =
          MethodHandles.lookup()
              .findVarHandle(Arrivals.class, "newest", Object.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final TaskList queue;
  private volatile @Nullable Object newest = CLOSED;

  Arrivals(TaskList queue) {
    this.queue = queue;
  }

  /** Adds a task; false if this is closed. Nothing is called once the task is published. */
  boolean push(PooledTask<?> task) {
    for (Object head = newest; head != CLOSED; head = newest) {
      PooledTask<?> older = (PooledTask<?>) head;
      task.next = older;
      task.position = older == null ? 1 : older.position + 1;
      if (NEWEST.compareAndSet(this, head, (Object) task)) {
        return true;
      }
    }
    task.next = null;
    return false;
  }

  /** Returns how many tasks were here a moment ago. */
  int size() {
    return newest instanceof PooledTask<?> task ? task.position : 0;
  }

  // --- with the lock of the Dispatch, and stack to end what was begun -------------------------

  /** Lets tasks come in; it is closed. */
  void open() {
    newest = null;
  }

  /** Moves what has come to the end of the queue. */
  void gather() {
    Object head = newest;
    if (head != null && head != CLOSED) {
      append((Object) NEWEST.getAndSet(this, (Object) null));
    }
  }

  /** Lets nothing come in any more, and moves what has come to the end of the queue. */
  void close() {
    Object head = (Object) NEWEST.getAndSet(this, CLOSED);
    if (head != null && head != CLOSED) {
      append(head);
    }
  }

  /** Lets nothing come in any more, unless something has come; returns whether it is closed. */
  boolean closeIfEmpty() {
    return newest == CLOSED || NEWEST.compareAndSet(this, (Object) null, CLOSED);
  }

  private void append(@Nullable Object head) {
    queue.addAllReversed((PooledTask<?>) Objects.requireNonNull(head));
  }
}
