package dev.gauntlet.lockfree;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a worker comes by its next task. Confined to the worker. */
final class Claimant {
  /*
   *                own queue          shared queues       others' queues
   *   goes on for  LONGEST tasks      a Stint             a Raid
   *
   * After a stint at its own queue a worker looks at the shared ones first, after one at these at its
   * own, and in the end at those of others. Nobody starves: a stint ends after a few tasks; own and
   * shared tasks take turns; and after so many of these stints comes a single task of somebody else,
   * the oldest, since that worker may be held up for long. Who is next goes round.
   *
   * A lone task of somebody else is about to be taken by him, if he is not held up: a thief that has
   * nothing else to do stands back for a moment first, as where workers meet in a shared queue
   * (Stint), and for longer the more often that was right.
   *
   * What allocates comes before a claim: between that and the run nothing may go wrong.
   *
   * From queues of workers nothing is claimed for a run once the pool is drained (PendingTasks); the
   * shared ones are empty for good by then.
   */
  private static final int LONGEST = 64;
  private static final int STINTS_BETWEEN = 2;

  private enum Place {
    OWN,
    SHARED,
    OTHERS
  }

  private final PendingTasks tasks;
  private final Stint stint = new Stint();
  private final Raid raid = new Raid();
  private @Nullable WorkerQueue own;
  private Place place = Place.SHARED;
  private int length;
  private boolean ownWasLast;
  private int stintsSinceOthers;
  private int victim;

  Claimant(PendingTasks tasks) {
    this.tasks = tasks;
  }

  /** Loads the class while there is memory. */
  static void load() {
    Objects.requireNonNull(Place.OWN);
  }

  void startAt(int slot) {
    stint.startAt(slot);
    victim = slot;
  }

  /** Has a queue of its own from now on, if there is one to be had; to be called by its thread. */
  void enlist() {
    if (tasks.shared().isForSeveralWorkers()) {
      own = tasks.owned().enlist();
    }
  }

  void delist() {
    WorkerQueue left = own;
    if (left != null) {
      own = null;
      tasks.owned().delist(left);
    }
  }

  /** Claims the next task after the last one; null if it is time to look around. */
  @Nullable Node next(Node last, int claimed) {
    if (place != Place.SHARED) {
      stint.leaveEmptied(null);
      if (tasks.isDrained()) {
        return null;
      }
    }
    return switch (place) {
      case OWN -> nextOwn(claimed);
      case SHARED -> stint.next(last, claimed);
      case OTHERS -> raid.next(claimed);
    };
  }

  /** Looks around for a task; null if nothing is left that was pending when the look began. */
  @Nullable Node claim(int claimed) {
    raid.end();
    if (tasks.owned().used() == 0) {
      return claimShared(claimed);
    }
    if (tasks.isDrained()) {
      return null;
    }
    Node task = stintsSinceOthers >= STINTS_BETWEEN ? claimOldest(claimed) : null;
    boolean sharedFirst = ownWasLast;
    if (task == null) {
      task = sharedFirst ? claimShared(claimed) : claimOwn(claimed);
    }
    if (task == null) {
      task = sharedFirst ? claimOwn(claimed) : claimShared(claimed);
    }
    return task == null ? steal(claimed) : task;
  }

  /** Claims, for a cancel, a task of its own that is left in a drained pool; null if none is. */
  @Nullable Node claimLeft() {
    WorkerQueue mine = own;
    return mine == null || !tasks.isDrained() ? null : mine.poll(Node.CANCELLED);
  }

  private @Nullable Node claimShared(int claimed) {
    Node task = tasks.shared().claim(claimed, stint);
    if (task != null) {
      place = Place.SHARED;
      ownWasLast = false;
      stintsSinceOthers++;
    }
    return task;
  }

  private @Nullable Node claimOwn(int claimed) {
    WorkerQueue mine = own;
    Node task = mine == null ? null : mine.poll(claimed);
    if (task != null) {
      place = Place.OWN;
      ownWasLast = true;
      stintsSinceOthers++;
      length = 1;
    }
    return task;
  }

  private @Nullable Node nextOwn(int claimed) {
    WorkerQueue mine = own;
    return mine == null || length++ == LONGEST ? null : mine.poll(claimed);
  }

  /** Claims the oldest task of the next worker that has one. */
  private @Nullable Node claimOldest(int claimed) {
    stintsSinceOthers = 0;
    int set = tasks.owned().used();
    for (int i = Integer.bitCount(set); i > 0; i--) {
      WorkerQueue queue = nextVictim(set);
      Node task = queue == null ? null : queue.claim(claimed);
      if (task != null) {
        place = Place.OTHERS;
        return task;
      }
    }
    return null;
  }

  private @Nullable Node steal(int claimed) {
    stintsSinceOthers = 0;
    boolean stoodBack = false;
    int set = tasks.owned().used();
    for (int i = Integer.bitCount(set); i > 0; i--) {
      WorkerQueue queue = nextVictim(set);
      if (queue == null) {
        continue;
      }
      if (queue.size() == 1 && !stoodBack) {
        stint.standBack();
        stoodBack = true;
      }
      queue.open(raid);
      Node task = raid.next(claimed);
      if (task != null) {
        place = Place.OTHERS;
        if (stoodBack) {
          stint.stoodBackInVain();
        }
        return task;
      }
      raid.end();
    }
    return null;
  }

  /** Returns the queue in the next place if it is that of somebody else who may have tasks now. */
  private @Nullable WorkerQueue nextVictim(int set) {
    victim = WorkerQueues.placeAfter(victim, set);
    WorkerQueue queue = tasks.owned().in(victim);
    return queue == null || queue == own || queue.size() == 0 ? null : queue;
  }

  /** Lets go of tasks that others have taken, and of what it was about to take. */
  void rest() {
    raid.end();
    if (own != null) {
      own.dropTaken();
    }
  }

  /** Returns whether a task that the worker has claimed out of turn has left its queue. */
  boolean remove(Node task) {
    WorkerQueue mine = own;
    return mine != null && mine.remove(task);
  }
}
