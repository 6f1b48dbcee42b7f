package dev.gauntlet.lockfree;

import org.jspecify.annotations.Nullable;

/** The tasks that a worker steals from another one, in a row. Confined to the thief. */
final class Raid {
  /*
   * A thief that takes one task after the other at the head of a queue meets the owner there, who
   * polls, and close behind its tail if there are few, where the owner pushes: each step of one
   * takes the cache lines of the other. Any pending task may be taken, so where there are many the
   * thief begins in the middle, and goes on from there without a look at head or tail; after the
   * second half it comes to the first. Where there are few it takes the oldest: of tasks that divide
   * their work it is the largest. (Many and few are slots; some may be empty.)
   *
   * An array that the owner has replaced retains what is in it, and the new one what was taken from
   * the old one. So a raid ends before its worker looks elsewhere, or sleeps; while it runs a task
   * it retains the array.
   */
  private static final int MANY = 32;
  private static final int LONGEST = 64;

  private @Nullable WorkerQueue queue;
  private @Nullable Node @Nullable [] slots;
  private int head;
  private int middle;
  private int next;
  private int end;
  private int left;

  /** There are so many tasks, taken ones included, from {@code newHead} on. */
  void begin(WorkerQueue newQueue, @Nullable Node[] newSlots, int newHead, int size) {
    queue = newQueue;
    slots = newSlots;
    head = newHead;
    middle = size < MANY ? newHead : newHead + size / 2;
    next = middle;
    end = newHead + size;
    left = size < MANY ? 1 : LONGEST;
  }

  /** Goes from the first to the last, and takes all; to be called before the first claim. */
  void takeAll() {
    middle = head;
    next = head;
    left = Integer.MAX_VALUE;
  }

  /** Claims the next task; null if the raid is over. */
  @Nullable Node next(int claimed) {
    @Nullable Node[] a = slots;
    if (a == null || left <= 0) {
      return null;
    }
    Node task = nextUpTo(a, claimed);
    if (task == null && end != middle) {
      next = head;
      end = middle;
      task = nextUpTo(a, claimed);
    }
    left--;
    return task;
  }

  private @Nullable Node nextUpTo(@Nullable Node[] a, int claimed) {
    while (next != end) {
      Node task = WorkerQueue.claim(a, next++, claimed);
      if (task != null) {
        return task;
      }
    }
    return null;
  }

  /** Lets go of the queue. */
  void end() {
    WorkerQueue raided = queue;
    @Nullable Node[] a = slots;
    if (raided != null && a != null) {
      raided.sweepIfReplaced(a);
      queue = null;
      slots = null;
    }
  }
}
