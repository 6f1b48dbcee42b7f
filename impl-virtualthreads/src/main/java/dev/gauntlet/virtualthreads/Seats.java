package dev.gauntlet.virtualthreads;

import org.jspecify.annotations.Nullable;

/**
 * What each worker has taken from the head of the queue, to run it when it has nothing else to do.
 * A worker keeps its seat from its first such task to its end, so to take another is one write, and
 * to a field that no other worker writes to.
 */
final class Seats {
  /*
   *   field                         written by             write mode   read mode
   *   first, size; previous, next,  holders of the lock    plain        plain, with the lock; size
   *   task of each seat             of the Dispatch                     without it is a hint
   *
   * A seat is in the list if and only if there is a task on it.
   */

  /** The seat of one worker. */
  static final class Seat {
    private @Nullable Seat previous;
    private @Nullable Seat next;
    private @Nullable PooledTask<?> task;

    @Nullable PooledTask<?> task() {
      return task;
    }

    @Nullable Seat next() {
      return next;
    }
  }

  private @Nullable Seat first;
  private int size;

  int size() {
    return size;
  }

  @Nullable Seat first() {
    return first;
  }

  /** Puts a task on a seat, in the place of the one that is there, if any. */
  void take(Seat seat, PooledTask<?> task) {
    if (seat.task == null) {
      add(seat);
    }
    seat.task = task;
  }

  /** Clears a seat, if there is a task on it. */
  void leave(Seat seat) {
    if (seat.task != null) {
      remove(seat);
      seat.task = null;
    }
  }

  private void add(Seat seat) {
    seat.next = first;
    if (first != null) {
      first.previous = seat;
    }
    first = seat;
    size++;
  }

  private void remove(Seat seat) {
    if (seat.previous == null) {
      first = seat.next;
    } else {
      seat.previous.next = seat.next;
    }
    if (seat.next != null) {
      seat.next.previous = seat.previous;
    }
    seat.previous = null;
    seat.next = null;
    size--;
  }
}
