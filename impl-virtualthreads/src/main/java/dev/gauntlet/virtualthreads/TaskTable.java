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
   *                            +--mark--> Marked(task) --leave--> null
   *
   *   field      written by                          write mode   read mode
   *   slot       enter, leave, mark                  CAS          volatile
   *              leave of a marked task              volatile
   *   newest     enter, when a segment is crowded    CAS          volatile
   *   hint       enter; any value is right           plain        plain
   *
   * A task leaves or is marked: the CAS on its slot decides. So the number of marks is the number
   * of tasks that will find themselves marked when they leave, and counting those down tells when
   * all are gone, although nobody counted while the pool was open.
   *
   * Slots are used in turn, so that those who enter and those who leave work on different cache
   * lines most of the time. A segment that is occupied for half its length at a stretch gets one
   * twice as long in front of it; older ones only drain. All together are at most four times as
   * long as the pool ever had tasks at once, but for a first segment.
   */
  private static final int FIRST_LENGTH = 64;

  /** A task that was there when the pool was shut down. */
  record Marked(ThreadTask<?> task) {}

  /** Some slots, and the older segments behind them. */
  static final class Segment {
    private final AtomicReferenceArray<@Nullable Object> slots;
    private final @Nullable Segment older;
    private int hint;

    Segment(int length, @Nullable Segment older) {
      this.slots = new AtomicReferenceArray<>(length);
      this.older = older;
    }

    /** Returns false if the segment is crowded. */
    private boolean put(ThreadTask<?> task) {
      int length = slots.length();
      int from = hint;
      for (int at = from; at < from + length / 2; at++) {
        int slot = at & (length - 1);
        if (slots.get(slot) == null) {
          task.setPlace(this, slot);
          if (slots.compareAndSet(slot, null, task)) {
            hint = slot + 1;
            return true;
          }
        }
      }
      return false;
    }

    /** Returns whether the task was there, and is marked now. */
    private boolean mark(int slot, ThreadTask<?> task) {
      boolean stays = task.slot != ThreadTask.ABANDONED;
      return slots.compareAndSet(slot, task, stays ? new Marked(task) : null) && stays;
    }

    /** Returns whether the task was marked. */
    boolean clear(int slot, ThreadTask<?> task) {
      return !slots.compareAndSet(slot, task, null) && slots.getAndSet(slot, null) != null;
    }
  }

  private final AtomicReference<Segment> newest =
      new AtomicReference<>(new Segment(FIRST_LENGTH, null));

  void enter(ThreadTask<?> task) {
    while (true) {
      Segment segment = newest.get();
      if (segment.put(task)) {
        return;
      }
      newest.compareAndSet(segment, new Segment(2 * segment.slots.length(), segment));
    }
  }

  /** Marks every task that is there, but for abandoned ones, which go; returns how many. */
  int mark() {
    int marks = 0;
    for (Segment s = newest.get(); s != null; s = s.older) {
      for (int i = 0; i < s.slots.length(); i++) {
        if (s.slots.get(i) instanceof ThreadTask<?> task && s.mark(i, task)) {
          marks++;
        }
      }
    }
    return marks;
  }

  void copyInto(Collection<? super ThreadTask<?>> target) {
    for (Segment s = newest.get(); s != null; s = s.older) {
      for (int i = 0; i < s.slots.length(); i++) {
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
    return newest.get().slots.length();
  }
}
