package dev.gauntlet.virtualthreads;

import dev.gauntlet.spi.FutureWaiter;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of a future that has had more than one at a time, in the order of registration.
 * Removing one takes constant time. Its monitor is held for a few instructions and never around
 * user code or anything that blocks; it is given back even if the stack of its holder ends.
 */
final class ListenerList {
  /*
   *   field              guarded by   meaning
   *   first, last, links lock         the registrations, oldest first
   *   closed             lock         the future is done and the chain was handed out
   *
   * After closing nobody can enter, so a registration is either in the chain that was handed out,
   * or told that the future is done (K4).
   */
  private final Object lock = new Object();
  private @Nullable Listener first;
  private @Nullable Listener last;
  private boolean closed;

  /**
   * Makes this new list that of a future that has one listener, and puts a second one behind it;
   * nobody finds the list without them. Returns false if the future has another listener by now.
   */
  boolean open(ListenedFuture future, Listener earlier, Listener later) {
    synchronized (lock) {
      if (!future.publish(earlier, this)) {
        return false;
      }
      link(earlier);
      link(later);
      return true;
    }
  }

  /** Returns false if the list is closed. */
  boolean add(Listener listener) {
    synchronized (lock) {
      if (!closed) {
        link(listener);
      }
      return !closed;
    }
  }

  /** Returns whether the listener was in the list: then nobody else will call it. */
  boolean remove(Listener listener) {
    synchronized (lock) {
      if (closed || (listener.prev == null && first != listener)) {
        return false;
      }
      unlink(listener);
      return true;
    }
  }

  /** Removes one registration of the waiter, if there is one. */
  @SuppressWarnings("ReferenceEquality") // waiters are compared by identity
  void remove(FutureWaiter waiter) {
    synchronized (lock) {
      if (closed) {
        return;
      }
      for (Listener l = first; l != null; l = l.next) {
        if (l instanceof Listener.Waiting waiting && waiting.waiter == waiter) {
          unlink(l);
          return;
        }
      }
    }
  }

  /** Closes the list and hands its chain over; null if it is empty. */
  @Nullable Listener close() {
    synchronized (lock) {
      closed = true;
      Listener chain = first;
      first = null;
      last = null;
      return chain;
    }
  }

  private void link(Listener listener) {
    listener.prev = last;
    if (last == null) {
      first = listener;
    } else {
      last.next = listener;
    }
    last = listener;
  }

  private void unlink(Listener listener) {
    Listener before = listener.prev;
    Listener after = listener.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.prev = before;
    }
    listener.prev = null;
    listener.next = null;
  }
}
