package dev.gauntlet.locking;

import dev.gauntlet.locking.Worker.Presence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The workers of a pool, and which of them are free. Guarded by the lock of the pool. */
final class Roster {
  /*
   *   STARTING --arrived--> BUSY --becameFree--> IDLE
   *                          ^  |                  |
   *                          |  | looks out        | wakeOne, wakeAll
   *                          |  v                  v
   *                          +--arrived-- WAKING <-+
   *
   * A worker is free unless it is BUSY: it looks at the queue before it does anything else. Two
   * rules keep a task from being left to nobody.
   *
   * Growing: a submission that makes the queued tasks outnumber the free workers starts a worker,
   * unless the limit is reached. So up to the limit there is a free worker for every queued task
   * (L16), and none is started while an idle one is left over (L15).
   *
   * Waking: at most one woken worker is on its way at a time. A submission wakes a worker if none
   * is; a worker that has taken a task wakes the next one if tasks are left, before it runs its
   * own. So while a task is queued and a worker is idle, one is on its way, and whoever is on its
   * way passes the duty on (N5). A burst of submissions pays for one wake-up, not for one each. A
   * worker that is STARTING runs code of the user, the factory and the initializer, and may take
   * long: it never stands in for one that is woken.
   *
   * A worker that looks out, spinning, before it becomes idle counts as one on its way.
   *
   * The idle workers form a stack: the one that worked last is woken first, with its caches warm.
   *
   *   field                                              write and read
   *   workers, size, idle, idling, waking, starting      with the lock of the pool
   *   presence and the links of a worker                 see Worker
   */
  private final int limit;
  private @Nullable Worker workers;
  private int size;
  private @Nullable Worker idle;
  private int idling;
  private int waking;
  private int starting;

  Roster(int limit) {
    this.limit = limit;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Returns whether a new task will be found though nobody is woken or started for it. */
  boolean needsNobody() {
    return !canGrow() && (waking > 0 || idle == null);
  }

  private boolean canGrow() {
    return size < limit;
  }

  /** Returns how many workers will look at the queue without being told to by anybody else. */
  int free() {
    return idling + waking + starting;
  }

  /** Returns a new worker, for the caller to start, if {@code queued} tasks need one. */
  @Nullable Worker recruit(LockingPool pool, int queued) {
    if (queued <= free() || !canGrow()) {
      return null;
    }
    StackHeadroom.requireToComplete();
    Worker recruit = new Worker(pool);
    recruit.next = workers;
    if (workers != null) {
      workers.previous = recruit;
    }
    workers = recruit;
    recruit.enlisted = true;
    size++;
    starting++;
    return recruit;
  }

  /** Takes the worker that worked last off the stack if one should be woken; else returns null. */
  @Nullable Worker wakeOne(int queued) {
    return queued > 0 && waking == 0 ? pop() : null;
  }

  /** Takes all idle workers off the stack; they are linked by {@code nextIdle}. */
  @Nullable Worker wakeAll() {
    Worker all = idle;
    for (Worker worker = all; worker != null; worker = worker.nextIdle) {
      worker.presence = Presence.WAKING;
    }
    waking += idling;
    idling = 0;
    idle = null;
    return all;
  }

  private @Nullable Worker pop() {
    Worker worker = idle;
    if (worker != null) {
      idle = worker.nextIdle;
      worker.nextIdle = null;
      worker.presence = Presence.WAKING;
      idling--;
      waking++;
    }
    return worker;
  }

  /** Returns whether {@code thread} was asked to start and has yet to enter its worker. */
  boolean awaits(Thread thread) {
    for (Worker worker = starting > 0 ? workers : null; worker != null; worker = worker.next) {
      if (worker.awaits(thread)) {
        return true;
      }
    }
    return false;
  }

  /** Notes that a worker looks at the queue. */
  void arrived(Worker worker) {
    if (worker.presence == Presence.STARTING) {
      starting--;
    } else if (worker.presence == Presence.WAKING) {
      waking--;
    }
    worker.presence = Presence.BUSY;
  }

  /** Returns whether nobody else is on the way to look at the queue. */
  boolean mayLookOut() {
    return waking == 0;
  }

  /** Notes that a worker is free: it looks out for work, as one that was woken, or is idle. */
  void becameFree(Worker worker, boolean looksOut) {
    if (looksOut) {
      worker.presence = Presence.WAKING;
      waking++;
    } else {
      becameIdle(worker);
    }
  }

  private void becameIdle(Worker worker) {
    worker.presence = Presence.IDLE;
    worker.nextIdle = idle;
    idle = worker;
    idling++;
  }

  /** Strikes off a worker that has ended, perhaps while it was idle, or could not be started. */
  void left(Worker worker) {
    if (worker.presence == Presence.IDLE) {
      unlinkIdle(worker);
    }
    arrived(worker);
    if (worker.previous == null) {
      workers = worker.next;
    } else {
      worker.previous.next = worker.next;
    }
    if (worker.next != null) {
      worker.next.previous = worker.previous;
    }
    worker.previous = null;
    worker.next = null;
    worker.enlisted = false;
    size--;
  }

  private void unlinkIdle(Worker gone) {
    if (idle == gone) {
      idle = gone.nextIdle;
    }
    for (Worker before = idle; before != null; before = before.nextIdle) {
      if (before.nextIdle == gone) {
        before.nextIdle = gone.nextIdle;
      }
    }
    gone.nextIdle = null;
    idling--;
  }

  /**
   * Returns the bodies on the stacks of all workers; of each stack the outermost first, which is
   * covered: an interrupt for it is kept before the body that it waits for can end.
   */
  List<BodyFuture<?>> bodies() {
    List<BodyFuture<?>> bodies = new ArrayList<>();
    for (Worker worker = workers; worker != null; worker = worker.next) {
      int outermost = bodies.size();
      for (LockingTask<?> body = worker.top; body != null; body = body.outer) {
        bodies.add(outermost, body);
      }
    }
    return bodies;
  }
}
