package dev.gauntlet.virtualthreads;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of an unbounded pool, as far as one part of its submitters is concerned: each is in one
 * slot from its submission until its thread is done with it. Entering and leaving are one
 * compare-and-set each, on a slot that hardly anybody else looks at; enumerating reads every slot.
 */
final class TaskTable {
  /*
   *   slot:  null --enter--> task --leave--> null
   *                            |
   *                            +--mark--> Marked(task) --leave, clearAbandoned--> null
   *
   *   field      written by                          write mode   read mode
   *   slot       whoever moves it on                 CAS          volatile
   *   newest     enter, when a segment is crowded    CAS          volatile
   *   hint       enter; any value is right           plain        plain
   *
   * A task leaves or is marked: the CAS on its slot decides. So the number of marks is the number
   * of tasks that will find themselves marked when they leave, and counting those down tells when
   * all are gone, although nobody counted while the pool was open.
   *
   * Slots are used in turn, so that those who enter and those who leave work on different cache
   * lines most of the time; for the same reason the hint, which each submission writes, is not in
   * the segment, and a task that leaves goes to the array itself. A segment that is occupied for
   * half its length at a stretch gets one twice as long in front of it; older ones only drain. All
   * together are at most four times as long as the pool ever had tasks at once, but for a first
   * segment.
   */
  private static final int FIRST_LENGTH = 64;

  /** A task that was there when the pool was shut down. */
  record Marked(ThreadTask<?> task) {}

  /** Some slots, and the older segments behind them. */
  record Segment(AtomicReferenceArray<@Nullable Object> slots, @Nullable Segment older) {
    static Segment of(int length, @Nullable Segment older) {
      return new Segment(new AtomicReferenceArray<>(length), older);
    }

    int length() {
      return slots.length();
    }

    boolean put(int slot, ThreadTask<?> task) {
      if (slots.get(slot) != null) {
        return false;
      }
      task.setPlace(slots, slot);
      return slots.compareAndSet(slot, null, task);
    }

    /** Returns whether the task was there, and is marked now. */
    boolean mark(int slot, ThreadTask<?> task) {
      boolean stays = !task.isAbandoned();
      return slots.compareAndSet(slot, task, stays ? new Marked(task) : null) && stays;
    }
  }

  private final AtomicReference<Segment> newest =
      new AtomicReference<>(Segment.of(FIRST_LENGTH, null));

  private int hint;

  void enter(ThreadTask<?> task) {
    while (true) {
      Segment segment = newest.get();
      if (put(segment, task)) {
        return;
      }
      newest.compareAndSet(segment, Segment.of(2 * segment.length(), segment));
    }
  }

  /** Returns false if the segment is crowded. */
  private boolean put(Segment segment, ThreadTask<?> task) {
    int length = segment.length();
    int from = hint;
    for (int at = from; at != from + length / 2; at++) {
      if (segment.put(at & (length - 1), task)) {
        hint = at + 1;
        return true;
      }
    }
    return false;
  }

  /** Takes a task out of the slot that it was put into; returns whether it was marked. */
  static boolean clear(AtomicReferenceArray<@Nullable Object> slots, int slot, ThreadTask<?> task) {
    return !slots.compareAndSet(slot, task, null)
        && slots.get(slot) instanceof Marked marked
        && marked.task() == task
        && slots.compareAndSet(slot, marked, null);
  }

  /** Marks every task that is there, but for abandoned ones, which go; returns how many. */
  int mark() {
    int marks = 0;
    for (Segment s = newest.get(); s != null; s = s.older) {
      for (int i = 0; i < s.length(); i++) {
        if (s.slots.get(i) instanceof ThreadTask<?> task && s.mark(i, task)) {
          marks++;
        }
      }
    }
    return marks;
  }

  /** Clears the slots of tasks that were marked before they were abandoned; returns how many. */
  int clearAbandoned() {
    int cleared = 0;
    for (Segment s = newest.get(); s != null; s = s.older) {
      for (int i = 0; i < s.length(); i++) {
        if (s.slots.get(i) instanceof Marked marked
            && marked.task().isAbandoned()
            && s.slots.compareAndSet(i, marked, null)) {
          cleared++;
        }
      }
    }
    return cleared;
  }

  void copyInto(Collection<? super ThreadTask<?>> target) {
    for (Segment s = newest.get(); s != null; s = s.older) {
      for (int i = 0; i < s.length(); i++) {
        Object entry = s.slots.get(i);
        if (entry instanceof ThreadTask<?> task) {
          target.add(task);
        } else if (entry instanceof Marked marked) {
          target.add(marked.task());
        }
      }
    }
  }

  /** The number of slots of the newest segment. */
  int length() {
    return newest.get().length();
  }
}
