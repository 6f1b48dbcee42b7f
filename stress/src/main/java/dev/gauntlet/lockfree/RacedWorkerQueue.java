package dev.gauntlet.lockfree;

import dev.gauntlet.stress.control.Pause;

/** The queue of a worker, with room for one task at first, so that it grows in a race. */
class RacedWorkerQueue {
  private static final int CLAIMED = Node.runningOn(1);

  final WorkerQueue queue = new WorkerQueue(Thread.currentThread(), 1);
  private final Raid raid = new Raid();

  final void push(RacedNode node) {
    queue.push(node);
  }

  /** The owner goes on with its first task; returns whether there is one. */
  boolean poll() {
    return queue.poll(CLAIMED) != null;
  }

  /** The owner runs a task that it joins; returns whether nobody else has. */
  final boolean help(RacedNode node) {
    boolean helped = take(node);
    if (helped) {
      queue.remove(node);
    }
    return helped;
  }

  boolean take(Node node) {
    return node.casState(Node.PENDING, CLAIMED | Node.OUT_OF_TURN);
  }

  /** A thief takes a task; returns whether there is one. */
  final boolean steal() {
    queue.open(raid);
    boolean stolen = raid.next(CLAIMED) != null;
    raid.end();
    return stolen || queue.claim(CLAIMED) != null;
  }

  final int claimAll() {
    int count = 0;
    while (queue.claim(CLAIMED) != null) {
      count++;
    }
    return count;
  }

  /** Looks whether a task is pending and then takes it: it may be stolen between. */
  static final class TakenInTwoSteps extends RacedWorkerQueue {

    @Override
    boolean poll() {
      Node first = queue.firstPending();
      return first != null && take(first);
    }

    @Override
    boolean take(Node node) {
      if (node.stateVolatile() != Node.PENDING) {
        return false;
      }
      Pause.shortly();
      node.setStateVolatile(CLAIMED | Node.OUT_OF_TURN);
      return true;
    }
  }
}
