package dev.gauntlet.locking;

import org.jspecify.annotations.Nullable;

/**
 * Runs callbacks without growing the stack: those of a future that is completed inside a callback
 * wait until that callback has returned (K10).
 */
final class Trampoline implements Runnable {
  /*
   * A thread has a trampoline from the outermost completion until its callbacks have run. Everything
   * here is confined to that thread, so there is nothing to guard. A nested completion finds the
   * trampoline and appends; the loop of the outermost one takes them out in the order in which
   * their futures were completed. Only callbacks wait: states are published and waiters are
   * released before their listeners come here.
   *
   * A body that is run in place may be run above such a loop, by a callback that waits for it. It
   * counts as ended only after its callbacks, so they must not wait for that loop (K12): while it
   * runs, the thread has stepped out of the trampoline, and the body's completions find none.
   */
  private static final ThreadLocal<Trampoline> CURRENT = new ThreadLocal<>();

  private @Nullable Listeners first;
  private @Nullable Listeners last;

  private Trampoline() {}

  /** Runs the callbacks: now, or after those that are running on this thread. */
  static void run(Listeners released) {
    Trampoline outermost = CURRENT.get();
    if (outermost != null) {
      outermost.append(released);
      return;
    }
    Trampoline trampoline = new Trampoline();
    trampoline.append(released);
    CURRENT.set(trampoline);
    trampoline.finish();
  }

  /**
   * Runs {@code completions}, which completes futures and is no user code, and then the callbacks
   * of all of them: no callback can delay one of the completions.
   */
  static void deferring(Runnable completions) {
    if (CURRENT.get() != null) {
      completions.run();
      return;
    }
    Trampoline trampoline = new Trampoline();
    CURRENT.set(trampoline);
    try {
      completions.run();
    } finally {
      trampoline.finish();
    }
  }

  /**
   * Leaves the callbacks that are running on this thread, for a body above them.
   *
   * @return what {@link #stepBack} takes; null if none are running
   */
  static @Nullable Trampoline stepOut() {
    Trampoline left = CURRENT.get();
    if (left != null) {
      CURRENT.remove();
    }
    return left;
  }

  /** Comes back to the callbacks that {@link #stepOut} has left, if there were any. */
  static void stepBack(@Nullable Trampoline left) {
    if (left != null) {
      CURRENT.set(left);
    }
  }

  private void append(Listeners released) {
    if (last == null) {
      first = released;
    } else {
      last.next = released;
    }
    last = released;
  }

  private void finish() {
    try {
      if (first != null) {
        Worker.apart(this);
      }
    } finally {
      CURRENT.remove();
    }
  }

  /** Runs the callbacks that have come here, and those that come meanwhile. */
  @Override
  public void run() {
    boolean onWorker = Worker.current() != null;
    for (Listeners.Callback<?> callback; (callback = poll()) != null; ) {
      if (onWorker) {
        Thread.interrupted();
      }
      callback.run();
    }
  }

  private Listeners.@Nullable Callback<?> poll() {
    while (first != null) {
      Listeners.Callback<?> callback = first.pollCallback();
      if (callback != null) {
        return callback;
      }
      Listeners exhausted = first;
      first = exhausted.next;
      exhausted.next = null;
      if (first == null) {
        last = null;
      }
    }
    return null;
  }
}
