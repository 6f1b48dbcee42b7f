package dev.gauntlet.lockfree;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs callbacks one after the other on the thread that has completed their future. A completion
 * inside a callback queues its own callbacks here and returns, so a chain of completions does not
 * grow the stack (K10).
 */
final class Trampoline {
  /*
   * One for each thread, and confined to it. It is active while callbacks are being run, or
   * collected, and no body has been started above them: a body that is run in place has its
   * callbacks run before it counts as ended, and therefore gets a scope of its own (detach, attach).
   *
   *                  run, batch                      run
   *   inactive ──────────────────────▶ active ◀─────────────┐ queues what comes
   *      ▲                              │  │  └─────────────┘
   *      │      list and queue empty    │  │ detach ▶ inactive, with an empty queue
   *      └──────────────────────────────┘  └ attach ◀
   *
   * The list that is being run is in a local variable; `first` and `last` are the queue of what was
   * completed meanwhile. What ends a scope is plain stores, for which there is room even where the
   * stack ends; what an error has left in the queue goes with it. A scope is set aside before the
   * body is claimed, as that takes memory, and taken up again whatever the body does.
   *
   * Before a body on the same stack, the callbacks are guarded by a Suspension of its worker: they
   * start with a clear flag (K11), no interrupt for the body reaches them, and the body finds its
   * flag again.
   *
   * The thread refers to it weakly: while it is in use it is on the stack, and what a thread keeps
   * otherwise must not keep this class. To make it anew each time costs as much as a callback does.
   */
  private static final ThreadLocal<@Nullable WeakReference<Trampoline>> OF_THREAD =
      new ThreadLocal<>();

  private @Nullable Callback<?> first;
  private @Nullable Callback<?> last;
  private boolean active;

  private Trampoline() {}

  private static @Nullable Trampoline known() {
    WeakReference<Trampoline> known = OF_THREAD.get();
    return known == null ? null : known.get();
  }

  private static Trampoline ofThread() {
    Trampoline t = known();
    if (t == null) {
      t = new Trampoline();
      OF_THREAD.set(new WeakReference<>(t));
    }
    return t;
  }

  /** Runs a list of callbacks, or queues them if some are being run by this thread. */
  static void run(@Nullable Callback<?> callbacks) {
    if (callbacks == null) {
      return;
    }
    Trampoline t = ofThread();
    if (t.active) {
      t.append(callbacks);
      return;
    }
    t.active = true;
    try {
      t.drain(callbacks);
    } finally {
      t.active = false;
      t.first = null;
      t.last = null;
    }
  }

  /** Runs an action that completes many futures, and their callbacks only after it. */
  static void batch(Runnable completions) {
    Trampoline t = ofThread();
    if (t.active) {
      completions.run();
      return;
    }
    t.active = true;
    try {
      try {
        completions.run();
      } finally {
        t.drain(t.takeQueue());
      }
    } finally {
      t.active = false;
      t.first = null;
      t.last = null;
    }
  }

  /** Runs a late registration at once (K3, K9). */
  static void runInline(Callback<?> callback) {
    Worker worker = Runner.worker();
    if (worker == null) {
      callback.run();
      return;
    }
    InterruptGate.Suspension suspension = worker.gate().suspension();
    try {
      suspension.begin();
      callback.run();
    } finally {
      suspension.end();
    }
  }

  /** What a body that is about to start on this thread finds active and sets aside. */
  static final class Outer {
    private final Trampoline owner;
    private final @Nullable Callback<?> first;
    private final @Nullable Callback<?> last;

    private Outer(Trampoline owner) {
      this.owner = owner;
      this.first = owner.first;
      this.last = owner.last;
    }
  }

  /** Gives a body that is about to start on this thread a scope of its own. */
  static @Nullable Outer detach() {
    Trampoline t = known();
    if (t == null || !t.active) {
      return null;
    }
    Outer outer = new Outer(t);
    t.first = null;
    t.last = null;
    t.active = false;
    return outer;
  }

  /** Ends what {@link #detach} has begun. */
  static void attach(@Nullable Outer outer) {
    if (outer != null) {
      outer.owner.first = outer.first;
      outer.owner.last = outer.last;
      outer.owner.active = true;
    }
  }

  private void append(Callback<?> callbacks) {
    if (last == null) {
      first = callbacks;
    } else {
      last.newer = callbacks;
    }
    Callback<?> end = callbacks;
    while (end.newer instanceof Callback<?> newer) {
      end = newer;
    }
    last = end;
  }

  private @Nullable Callback<?> takeQueue() {
    Callback<?> queued = first;
    first = null;
    last = null;
    return queued;
  }

  /** Runs a list of callbacks, and then what is queued. */
  private void drain(@Nullable Callback<?> callbacks) {
    if (callbacks == null) {
      return;
    }
    Worker worker = Runner.worker();
    if (worker == null) {
      for (Callback<?> head = callbacks; head != null; head = next(head)) {
        head.run();
      }
    } else {
      drainOn(worker, callbacks);
    }
  }

  /** What has not run stays with the worker: the stack may end before all have. */
  private void drainOn(Worker worker, Callback<?> callbacks) {
    InterruptGate.Suspension suspension = worker.gate().suspension();
    Callback<?> head = callbacks;
    try {
      suspension.begin();
      while (head != null) {
        Thread.interrupted();
        head.run();
        head = next(head);
      }
    } finally {
      if (head != null) {
        if (first != null) {
          worker.strandedCallbacks = new Object[] {first, worker.strandedCallbacks};
        }
        worker.strandedCallbacks = new Object[] {head, worker.strandedCallbacks};
        first = null;
        last = null;
      }
      suspension.end();
    }
  }

  /** Returns what runs after a callback that has run. */
  private @Nullable Callback<?> next(Callback<?> ran) {
    Callback<?> newer = (Callback<?>) ran.newer;
    ran.newer = null;
    return newer != null || first == null ? newer : takeQueue();
  }
}
