package dev.gauntlet.lockfree;

import org.jspecify.annotations.Nullable;

/** Claims all pending tasks of a closed pool, and looks at each slot of a worker's queue once. */
final class Drain {
  private final PendingTasks tasks;
  private final Raid raid = new Raid();
  private int place = -1;

  Drain(PendingTasks tasks) {
    this.tasks = tasks;
  }

  /** Claims the next task; null if there is none. */
  @Nullable Node next(int claimed) {
    Node task = tasks.shared().claim(claimed);
    while (task == null && place < WorkerQueues.COUNT) {
      task = raid.next(claimed);
      if (task == null) {
        openNext();
      }
    }
    return task == null ? tasks.claim(claimed) : task;
  }

  private void openNext() {
    raid.end();
    WorkerQueue queue = ++place < WorkerQueues.COUNT ? tasks.owned().in(place) : null;
    if (queue != null) {
      queue.open(raid);
      raid.takeAll();
    }
  }
}
