package dev.gauntlet.virtualthreads;

import org.jspecify.annotations.Nullable;

/**
 * Calls callbacks one after the other on the thread that owns it. A future that is completed inside
 * a callback finds the trampoline of its thread and leaves its callbacks there, so that a chain of
 * completions needs no stack (K10). Confined to its thread.
 */
final class Trampoline {
  /** Whose interrupt flag the callbacks meet (K11). */
  enum Flag {
    /** The thread is a caller's: its flag is left as it is. */
    OF_CALLER,
    /** A worker outside any body: the flag belongs to nobody and is cleared. */
    OF_WORKER,
    /** A worker inside a body: the flag is kept from the callbacks and given back to the body. */
    OF_BODY,
    /** OF_CALLER or OF_BODY: that is asked when the flag is seen set. */
    UNKNOWN;

    /**
     * Returns whose flag it is when a future is completed by other code than its own runner, which
     * may be a body of another pool.
     */
    static Flag outsideRunner(TaskHost host) {
      if (!Thread.currentThread().isInterrupted()) {
        return UNKNOWN;
      }
      return host.isCurrentThreadWorker() ? OF_BODY : ofCurrentThread();
    }

    private static Flag ofCurrentThread() {
      return Pools.isCurrentThreadWorker() ? OF_BODY : OF_CALLER;
    }
  }

  /** Present on a thread only while it is calling callbacks. */
  private static final ThreadLocal<Trampoline> CURRENT = new ThreadLocal<>();

  private Flag flag;
  private @Nullable Callback<?> first;
  private @Nullable Callback<?> last;

  /** Whether the flag was set before the first callback: then it is the body's. */
  private boolean interrupted;

  /** Whether the flag was set after that: by a callback, or by who interrupts the body. */
  private boolean interruptedSince;

  /** Whether the first callback has begun. */
  private boolean calling;

  private Trampoline(Flag flag) {
    this.flag = flag;
  }

  /** Calls a chain of callbacks, oldest first; inside another callback, after it. */
  static void callAll(Callback<?> chain, Flag flag) {
    Trampoline current = CURRENT.get();
    if (current != null) {
      current.append(chain);
    } else {
      Trampoline fresh = new Trampoline(flag);
      fresh.append(chain);
      CURRENT.set(fresh);
      fresh.drain();
    }
  }

  /**
   * Returns whether a single callback can be called here just so: a platform thread is no worker,
   * so its flag is the caller's, and no callback is under way that has a flag of its own.
   */
  static boolean isOfNoUse() {
    return !Thread.currentThread().isVirtual() && CURRENT.get() == null;
  }

  /** Calls a callback that was registered too late, now (K3, K9). */
  static void callNow(Callback<?> late, Flag flag) {
    Trampoline current = CURRENT.get();
    if (current != null) {
      current.callWithin(late);
      return;
    }
    Trampoline fresh = begin(flag);
    try {
      fresh.call(late);
    } finally {
      end(fresh);
    }
  }

  /**
   * Begins a section that completes futures: their callbacks are called at its {@link #end}.
   *
   * @return what to end it with; null inside a callback, after which they are called anyway
   */
  static @Nullable Trampoline beginUnlessInCallback(Flag flag) {
    return CURRENT.get() == null ? begin(flag) : null;
  }

  /** As {@link #beginUnlessInCallback}; null also if there is no memory for it. */
  static @Nullable Trampoline beginIfPossible(TaskHost host) {
    try {
      return beginUnlessInCallback(Flag.outsideRunner(host));
    } catch (Throwable callbacksAreCalledOneByOne) {
      return null;
    }
  }

  private static Trampoline begin(Flag flag) {
    Trampoline begun = new Trampoline(flag);
    begun.hideFlag();
    CURRENT.set(begun);
    return begun;
  }

  /** Ends a section; does nothing with null. */
  static void end(@Nullable Trampoline begun) {
    if (begun != null) {
      begun.drain();
    }
  }

  /**
   * Begins a section as if no callback were under way on this thread: a task that is run in place
   * has its callbacks, and those of what its body completes, called before the section ends.
   *
   * @return what to {@link #stepBack} with
   */
  static @Nullable Trampoline stepOut() {
    Trampoline outer = CURRENT.get();
    if (outer != null) {
      CURRENT.remove();
    }
    return outer;
  }

  static void stepBack(@Nullable Trampoline outer) {
    if (outer != null) {
      CURRENT.set(outer);
    }
  }

  private void append(Callback<?> chain) {
    if (last == null) {
      first = chain;
    } else {
      last.next = chain;
    }
    Callback<?> end = chain;
    while (end.next instanceof Callback<?> next) {
      end = next;
    }
    last = end;
  }

  private void drain() {
    try {
      for (Callback<?> callback; (callback = poll()) != null; ) {
        call(callback);
      }
    } finally {
      CURRENT.remove();
      restoreFlag();
    }
  }

  private @Nullable Callback<?> poll() {
    Callback<?> polled = first;
    if (polled != null) {
      first = (Callback<?>) polled.next;
      polled.next = null;
      if (first == null) {
        last = null;
      }
    }
    return polled;
  }

  /** A callback that was registered too late by another one: either keeps its flag (I3). */
  private void callWithin(Callback<?> late) {
    boolean ofOuter = takeFlag();
    call(late);
    hideFlag();
    if (ofOuter) {
      Thread.currentThread().interrupt();
    }
  }

  /** What escapes here has no memory or stack left to be reported with; the others still run. */
  private void call(Callback<?> callback) {
    hideFlag();
    calling = true;
    try {
      callback.call();
    } catch (Throwable unreportable) {
      hideFlag();
    }
  }

  /** Hides the flag before the failure is reported; nothing on the thread of an executor. */
  static void callbackFailed() {
    Trampoline current = CURRENT.get();
    if (current != null) {
      current.hideFlag();
    }
  }

  /** Clears the flag unless it is the caller's; returns whether it was set. */
  private boolean takeFlag() {
    if (flag == Flag.OF_CALLER || !Thread.currentThread().isInterrupted()) {
      return false;
    }
    if (flag == Flag.UNKNOWN) {
      flag = Flag.ofCurrentThread();
    }
    return flag != Flag.OF_CALLER && Thread.interrupted();
  }

  private void hideFlag() {
    if (!takeFlag()) {
      return;
    }
    if (calling) {
      interruptedSince = true;
    } else {
      interrupted = true;
    }
  }

  /**
   * What a callback left is not the body's (I3), but what a canceller sent is (C8). The flag does
   * not tell; but if, with the flag clear, nobody has cancelled or stopped the body, then nobody
   * has interrupted it either, and who does so later sets the flag again.
   */
  private void restoreFlag() {
    hideFlag();
    if (flag == Flag.OF_BODY
        && (interrupted || (interruptedSince && !Pools.isUndisturbedWorker()))) {
      Thread.currentThread().interrupt();
    }
  }
}
