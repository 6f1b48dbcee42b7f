package dev.gauntlet.lockfree;

/**
 * How a worker that found nothing looks out for the next task before it parks. It holds the token
 * meanwhile, so a submitter need not wake anybody: it appends, and the worker sees it. Confined to
 * the worker.
 */
final class Search implements AdaptiveSpin.Event {
  /*
   * Who waits for a result is likely to submit again as soon as it is there: after a task with a
   * waiter, each look follows on the last. After any other, a burst of submissions is on its way
   * or over, and a worker at the heels of the submitter would contend with it for the end of the
   * queue at every single task; pauses between the looks let tasks gather. Where more than a few
   * came in a row, long pauses do: so many are worth a microsecond.
   *
   * A task that submits the next one has its worker come for it in a moment. A search leaves such a
   * task alone: where it is the only one, somebody is at work, and it has gone after that moment,
   * the next look comes later, and so on, as each look fetches what the other is writing. A task
   * that is still there is taken, and so are one of several and one that follows on an awaited one.
   */
  private static final int PAUSES = 8;
  private static final int LONG_PAUSES = 128;
  private static final int FEW = 2;
  private static final int MOMENT = 16;
  private static final int ASKED = 8;

  private final LockFreePool pool;
  private final AdaptiveSpin spin = new AdaptiveSpin();
  private final Backoff backoff = new Backoff();
  private boolean lastWasAwaited;
  private int tasksInARow;
  private boolean cameInARow;

  Search(LockFreePool pool) {
    this.pool = pool;
  }

  void taskEnded(boolean awaited) {
    lastWasAwaited = awaited;
    tasksInARow++;
  }

  /** Returns whether to look out this time; a virtual thread never does, it has a carrier. */
  boolean isDue() {
    cameInARow = tasksInARow > FEW;
    tasksInARow = 0;
    return !Thread.currentThread().isVirtual() && spin.isDue();
  }

  /**
   * Returns whether the worker, once it has settled the future of its last task, is going to
   * search, and to find something.
   */
  boolean isAboutToBegin(Settleable<?> last) {
    return (lastWasAwaited || last.hadWaiters())
        && last.isToldInAMoment()
        && spin.pays()
        && !Thread.currentThread().isVirtual();
  }

  /** Returns true as soon as there is something to do, false if that takes too long. */
  boolean finds() {
    backoff.reset();
    return spin.await(this);
  }

  int pausesBetweenLooks() {
    if (lastWasAwaited) {
      return 1;
    }
    return cameInARow ? LONG_PAUSES : PAUSES;
  }

  @Override
  public boolean hasCome() {
    Node first = pool.queue().firstPending();
    if (first == null) {
      return pool.isShutdown();
    }
    if (isTakenInAMoment(first)) {
      backoff.lengthen();
      return false;
    }
    return true;
  }

  /** Leaves the only pending task to somebody at work for a moment; returns whether he took it. */
  boolean isTakenInAMoment(Node task) {
    if (lastWasAwaited || pool.queue().hasMoreThan(1) || !isAnyoneAtWork()) {
      return false;
    }
    Parking.pause(MOMENT);
    return task.stateOpaque() != Node.PENDING;
  }

  @Override
  public int pauses() {
    if (backoff.pauses() > 0 && !isAnyoneAtWork()) {
      backoff.reset();
    }
    return Math.max(pausesBetweenLooks(), backoff.pauses());
  }

  /** Asks a few workers alone: it must not take longer than it saves. */
  private boolean isAnyoneAtWork() {
    for (int slot = 1; slot <= ASKED; slot++) {
      Worker worker = pool.table().get(slot);
      if (worker != null && worker.isAtWork()) {
        return true;
      }
    }
    return false;
  }
}
