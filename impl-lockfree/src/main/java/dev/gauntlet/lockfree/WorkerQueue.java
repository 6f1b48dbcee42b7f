package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that one worker has submitted to its own pool. It takes them first in, first out, and
 * takes one that it helps off the end; other workers steal what they can get.
 */
@SuppressWarnings({
  "ReferenceEquality", // nodes are compared by identity
  "UnusedVariable" // fields are read through their handles
})
final class WorkerQueue {
  /*
   *            head                      tail
   *             ▼                         ▼
   *   [null][null][task][null][task][dead][null]      a ring that grows; null: somebody took it
   *
   *   field     written by              write mode     read mode
   *   slots     owner, when it grows    release,       acquire, volatile after a raid; plain by
   *                                     then a fence   the owner
   *   a slot    owner: task, null       release        acquire, volatile
   *             thief, sweeper: null    CAS
   *   head      owner                   release        acquire; plain by the owner
   *   tail      owner: push             volatile       volatile
   *             owner: remove           release
   *
   * A slot is no more than a hint where a task may be found. As in TaskQueue, a task is taken by
   * the CAS of its state out of PENDING and by nothing else, so it is taken once, whatever anybody
   * reads here, and whoever it was. (That is why there is no race for the last task as in the deque
   * of Chase and Lev, SPAA 2005, and why a thief may begin anywhere.)
   *
   * Nothing is lost: between head and tail each task that is pending is in its slot. Only the owner
   * moves the two, head past what it has found taken, tail back over what it has found taken. A
   * thief empties the slot of its array by CAS of the task that it has taken, so not one that the
   * owner has filled again. One that reads tail and then slots sees an array in which all tasks
   * before that tail are, or were; the array never gets smaller, and an index has its place in each.
   * (Where tail has gone back meanwhile it may see the next task before push has written tail again.
   * That task may be taken from then on.)
   *
   * Nobody sleeps over a task: push writes tail, then its worker reads the idle stack; whoever is
   * about to sleep is on that stack, then reads tail. All of it is volatile. It reads tail again
   * when it has found nothing, until it is the same: then nothing is pending any more that was
   * there when the look began.
   *
   * An owner that is held up by a body has tasks in its slots meanwhile that are dead: helped below
   * a pending one, cancelled, or stolen from an array that it had replaced. A sweep empties these
   * slots: when so many have died (PendingTasks), when a worker goes to sleep, and where an array
   * was replaced meanwhile, by the owner and, at the end of its raid, by the thief: whatever is
   * stolen before the new array is there, the owner sees dead, and after that the thief sees it
   * (The owner writes slots and reads states after a fence; a thief moves a state and reads slots,
   * both volatile.)
   */
  private static final int FIRST_CAPACITY = 64;
  private static final int LAST_CAPACITY = 1 << 13;

  private static final VarHandle SLOTS;
  private static final VarHandle SLOT;
  private static final VarHandle HEAD;
  private static final VarHandle TAIL;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> self = WorkerQueue.class;
      SLOTS = lookup.findVarHandle(self, "slots", Node[].class).withInvokeExactBehavior();
      HEAD = lookup.findVarHandle(self, "head", int.class).withInvokeExactBehavior();
      TAIL = lookup.findVarHandle(self, "tail", int.class).withInvokeExactBehavior();
      SLOT = MethodHandles.arrayElementVarHandle(Node[].class).withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Thread owner;
  private @Nullable Node[] slots;
  private int head;
  private volatile int tail;

  /** Loads the class while there is memory. */
  static void load() {}

  WorkerQueue(Thread owner) {
    this(owner, FIRST_CAPACITY);
  }

  /** With room for so many tasks at first, a power of two. */
  WorkerQueue(Thread owner, int capacity) {
    this.owner = owner;
    this.slots = new Node[capacity];
  }

  Thread owner() {
    return owner;
  }

  // The owner

  /** Appends a task; returns false, and has not, where it cannot grow any more. */
  boolean push(Node task) {
    @Nullable Node[] a = slots;
    int t = tail;
    passStolen(a, t);
    if (t - head == a.length) {
      a = withRoom(a, t);
      if (a == null) {
        return false;
      }
    }
    SLOT.setRelease(a, t & (a.length - 1), task);
    tail = t + 1; // no call: the stack may have ended before, but not after it
    return true;
  }

  /** So a body whose tasks are stolen one by one leaves no long stretch of empty slots. */
  private void passStolen(@Nullable Node[] a, int end) {
    int i = head;
    if (i != end && get(a, i) == null) {
      i++;
      HEAD.setRelease(this, i != end && get(a, i) == null ? i + 1 : i);
    }
  }

  private @Nullable Node @Nullable [] withRoom(@Nullable Node[] full, int end) {
    dropTaken();
    return end - head == full.length ? grown(full, end) : full;
  }

  /** Moves head to the first pending task, or to the end. */
  void dropTaken() {
    @Nullable Node[] a = slots;
    int end = tail;
    int i = head;
    for (; i != end; i++) {
      Node task = get(a, i);
      if (task != null && task.stateOpaque() == Node.PENDING) {
        break;
      }
      if (task != null) {
        put(a, i, null);
      }
    }
    if (i != head) {
      HEAD.setRelease(this, i);
    }
  }

  private @Nullable Node @Nullable [] grown(@Nullable Node[] old, int end) {
    if (old.length >= LAST_CAPACITY) {
      return null;
    }
    @Nullable Node[] grown;
    try {
      grown = new Node[2 * old.length];
    } catch (OutOfMemoryError noMemory) {
      return null;
    }
    for (int i = head; i != end; i++) {
      grown[i & (grown.length - 1)] = get(old, i);
    }
    SLOTS.setRelease(this, grown);
    VarHandle.fullFence();
    int unused = sweep(); // of what was stolen while it was copied
    return grown;
  }

  /** Claims the first pending task; null if there is none. */
  @Nullable Node poll(int claimed) {
    @Nullable Node[] a = slots;
    int end = tail;
    for (int i = head; i != end; ) {
      Node task = get(a, i);
      boolean taken = false;
      if (task != null) {
        taken = tryClaim(task, claimed);
        put(a, i, null);
      }
      HEAD.setRelease(this, ++i);
      if (taken) {
        return task;
      }
    }
    return null;
  }

  /**
   * Takes what is not pending off the end, as the owner has claimed a task out of turn.
   *
   * @return whether that task was there
   */
  boolean remove(Node taken) {
    @Nullable Node[] a = slots;
    boolean found = false;
    int end = tail;
    for (; end != head; end--) {
      Node task = get(a, end - 1);
      if (task != null && task.stateOpaque() == Node.PENDING) {
        break;
      }
      found |= task == taken;
      if (task != null) {
        put(a, end - 1, null);
      }
    }
    TAIL.setRelease(this, end);
    return found;
  }

  // Others

  /** Returns how many slots there are between head and tail, some of them empty; a hint. */
  int size() {
    return Math.max(0, tail - headAcquire());
  }

  /** Tells a thief where to look. */
  void open(Raid raid) {
    int t = tail;
    int h = headAcquire();
    raid.begin(this, slotsAcquire(), h, Math.max(0, t - h));
  }

  /** To be called after tasks were taken from an array: its successor may hold them still. */
  void sweepIfReplaced(@Nullable Node[] a) {
    if (a != (Node[]) SLOTS.getVolatile(this)) {
      int unused = sweep();
    }
  }

  /** Claims the first pending task; null if there is none. */
  @Nullable Node claim(int claimed) {
    int t;
    do {
      t = tail;
      int h = headAcquire();
      @Nullable Node[] a = slotsAcquire();
      Node task = claim(a, h, t, claimed);
      if (task != null) {
        sweepIfReplaced(a);
        return task;
      }
    } while (t != tail);
    return null;
  }

  private static @Nullable Node claim(@Nullable Node[] a, int from, int to, int claimed) {
    for (int i = from; i - to < 0; i++) {
      Node task = claim(a, i, claimed);
      if (task != null) {
        return task;
      }
    }
    return null;
  }

  /** Claims the task in a slot if it is pending; null if there is none. */
  static @Nullable Node claim(@Nullable Node[] a, int index, int claimed) {
    Node task = get(a, index);
    if (task != null && tryClaim(task, claimed)) {
      empty(a, index, task);
      return task;
    }
    return null;
  }

  /** Returns the first pending task, or null; for callers that have announced themselves before. */
  @Nullable Node firstPending() {
    int t;
    do {
      t = tail;
      int h = headAcquire();
      @Nullable Node[] a = slotsAcquire();
      for (int i = h; i - t < 0; i++) {
        Node task = getVolatile(a, i);
        if (task != null && task.stateVolatile() == Node.PENDING) {
          return task;
        }
      }
    } while (t != tail);
    return null;
  }

  /** Counts the pending tasks up to a limit. */
  int countPending(int limit) {
    int t = tail;
    int h = headAcquire();
    @Nullable Node[] a = slotsAcquire();
    int count = 0;
    for (int i = h; i - t < 0 && count < limit; i++) {
      Node task = getVolatile(a, i);
      if (task != null && task.stateVolatile() == Node.PENDING) {
        count++;
      }
    }
    return count;
  }

  /** Lets go of tasks that are not pending; returns how many stayed. */
  int sweep() {
    int t = tail;
    int h = headAcquire();
    @Nullable Node[] a = slotsAcquire();
    int stayed = 0;
    for (int i = h; i - t < 0; i++) {
      Node task = get(a, i);
      if (task != null && task.stateOpaque() == Node.PENDING) {
        stayed++;
      } else if (task != null) {
        empty(a, i, task);
      }
    }
    return stayed;
  }

  private static boolean tryClaim(Node task, int claimed) {
    return task.stateOpaque() == Node.PENDING && task.casState(Node.PENDING, claimed);
  }

  private int headAcquire() {
    return (int) HEAD.getAcquire(this);
  }

  private @Nullable Node[] slotsAcquire() {
    return (Node[]) SLOTS.getAcquire(this);
  }

  private static @Nullable Node get(@Nullable Node[] a, int i) {
    return (Node) SLOT.getAcquire(a, i & (a.length - 1));
  }

  private static @Nullable Node getVolatile(@Nullable Node[] a, int i) {
    return (Node) SLOT.getVolatile(a, i & (a.length - 1));
  }

  private static void put(@Nullable Node[] a, int i, @Nullable Node task) {
    SLOT.setRelease(a, i & (a.length - 1), task);
  }

  /** Does nothing if the owner has used the slot again. */
  private static void empty(@Nullable Node[] a, int i, Node taken) {
    boolean unused = SLOT.compareAndSet(a, i & (a.length - 1), taken, (Node) null);
  }
}
