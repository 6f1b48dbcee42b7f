package dev.gauntlet.lockfree;

import org.jspecify.annotations.Nullable;

/**
 * Runs callbacks one after the other on the thread that has completed their future. A completion
 * inside a callback queues its own callbacks here and returns, so a chain of completions does not
 * grow the stack (K10).
 */
final class Trampoline {
  /*
   * Confined to its thread. There is an active one while callbacks are being run, or collected, and
   * no body has been started above them: a body that is run in place has its callbacks run before
   * it counts as ended, and therefore gets a scope of its own (detach, attach). What ends the scope
   * is a plain store to `active`, for which there is room even where the stack ends.
   *
   * Before a body on the same stack, the callbacks are guarded by a Suspension of its worker: they
   * start with a clear flag (K11), no interrupt for the body reaches them, and the body finds its
   * flag again.
   */
  private static final ThreadLocal<@Nullable Trampoline> CURRENT = new ThreadLocal<>();

  private @Nullable Callback<?> first;
  private @Nullable Callback<?> last;
  private boolean active = true;

  private Trampoline() {}

  private static @Nullable Trampoline current() {
    Trampoline t = CURRENT.get();
    return t != null && t.active ? t : null;
  }

  /** Runs a list of callbacks, or queues them if some are being run by this thread. */
  static void run(@Nullable Callback<?> callbacks) {
    if (callbacks == null) {
      return;
    }
    Trampoline current = current();
    if (current != null) {
      current.append(callbacks);
      return;
    }
    Trampoline own = new Trampoline();
    own.append(callbacks);
    own.open(() -> {});
  }

  /** Runs an action that completes many futures, and their callbacks only after it. */
  static void batch(Runnable completions) {
    if (current() != null) {
      completions.run();
      return;
    }
    new Trampoline().open(completions);
  }

  private void open(Runnable completions) {
    CURRENT.set(this);
    try {
      try {
        completions.run();
      } finally {
        drain();
      }
    } finally {
      active = false;
      CURRENT.remove();
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

  /** Gives a body that is about to start on this thread a scope of its own. */
  static @Nullable Trampoline detach() {
    Trampoline outer = current();
    if (outer != null) {
      outer.active = false;
    }
    return outer;
  }

  /** Ends what {@link #detach} has begun. */
  static void attach(@Nullable Trampoline outer) {
    if (outer != null) {
      outer.active = true;
      CURRENT.set(outer);
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

  private void drain() {
    if (first == null) {
      return;
    }
    Worker worker = Runner.worker();
    if (worker == null) {
      runAll(/* clearFlag= */ false);
      return;
    }
    InterruptGate.Suspension suspension = worker.gate().suspension();
    try {
      suspension.begin();
      runAll(/* clearFlag= */ true);
    } finally {
      if (first != null) {
        worker.strandedCallbacks = new Object[] {first, worker.strandedCallbacks};
      }
      suspension.end();
    }
  }

  /** A callback stays in the list until it has run: the stack may end before it does. */
  private void runAll(boolean clearFlag) {
    for (Callback<?> head; (head = first) != null; ) {
      if (clearFlag) {
        Thread.interrupted();
      }
      head.run();
      first = (Callback<?>) head.newer;
      head.newer = null;
    }
    last = null;
  }
}
