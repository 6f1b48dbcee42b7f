package dev.gauntlet.lockfree;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tasks that a worker claims one after the other from one queue. Confined to the worker. */
@SuppressWarnings("ReferenceEquality") // nodes and queues are compared by identity
final class Stint {
  /*
   * The head of a queue is a word that all its workers write, and each look at it may have to bring
   * it from another processor. So a worker goes on from the node that it has claimed last, and
   * moves the head every second time. All nodes before that one were dead when it passed them, and
   * a dead node stays dead: it finds the same task as from the head. (To move the head every eighth
   * time is a sixth faster, but while a task runs the outcomes of seven would be retained.)
   *
   * That node is no field here: the garbage collector would be told of each store (G1's barrier
   * has a fence), and an idle worker would retain its last task.
   *
   * A stint gives way: to whoever takes a task at the same place, and after LONGEST tasks to the
   * queues that follow. Who meets somebody there as well, or again, stands back for a while. With
   * tasks so short that workers often meet at a claim, one of them alone is faster than two in
   * step, which fetch each line of the list from each other. With longer ones they seldom meet.
   *
   * The last tasks of a queue that was left empty are let go of when the worker has run a task from
   * another queue, and not before: it might come back at once.
   */
  private static final int STEP = 2;
  private static final int LONGEST = 64;

  private final Backoff backoff = new Backoff();
  private @Nullable TaskQueue queue;
  private @Nullable TaskQueue emptied;
  private int index;
  private int length;

  /** Returns at which queue the search for the first task begins. */
  int index() {
    return index;
  }

  void startAt(int newIndex) {
    index = newIndex;
  }

  /** The first task has been claimed. */
  void begin(TaskQueue newQueue, int newIndex) {
    queue = newQueue;
    index = newIndex;
    length = 1;
  }

  /** Leaves what there is to somebody else for a while, unless he could not run meanwhile. */
  void standBack() {
    if (Parking.SPINNERS > 0 && !Thread.currentThread().isVirtual()) {
      backoff.lengthen();
      backoff.pause();
    }
  }

  /** What was left to somebody else was still there. */
  void stoodBackInVain() {
    backoff.shorten();
  }

  /** Claims the next task; null if the stint is over. */
  @Nullable Node next(Node last, int claimed) {
    TaskQueue from = Objects.requireNonNull(queue);
    leaveEmptied(from);
    if (length == LONGEST) {
      backoff.shorten();
      index++;
      return null;
    }
    Node node = from.claimAfter(last, claimed);
    if (node == null) {
      emptied = from;
      backoff.shorten();
    } else if (node == TaskQueue.CONTENDED) {
      index++;
      return null;
    } else if (++length % STEP == 0) {
      from.advanceTo(node);
    }
    return node;
  }

  /** Lets go of the last tasks of a queue that was left empty, unless that is the current one. */
  void leaveEmptied(@Nullable TaskQueue current) {
    TaskQueue left = emptied;
    if (left != null) {
      emptied = null;
      if (left != current && !left.hasPending()) {
        left.retire();
      }
    }
  }
}
