package dev.gauntlet.virtualthreads;

import static dev.gauntlet.virtualthreads.StateWord.isDone;

import dev.gauntlet.spi.FutureWaiter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Who is to be told that the future is done. */
abstract class ListenedFuture extends RunnerState {
  /*
   *   listeners: null --register--> Listener --register--> ListenerList
   *                ^-----leave---------+                        |
   *                |                   +---------tell-----------+---> TOLD
   *
   * Nearly every future has one listener at most, so the field holds that one itself, and a list
   * only from the second on.
   *
   *   field       written by                    write mode   read mode
   *   listeners   register, leave (any thread)  CAS          volatile
   *               the completing thread         getAndSet
   *
   * A registration first enters and then looks at the state; the completing thread first publishes
   * the state and then looks at the field. All four are volatile, so one sees the other. If both
   * do, exactly one of them gets the listener: the completing thread by taking the field or closing
   * the list, or the registration by leaving again (K4). A list is published with its lock held, so
   * that nobody meets it before it has its first two listeners; only the thread whose CAS published
   * it touches the links of a listener that was alone before.
   */
  private static final VarHandle LISTENERS;
  private static final Object TOLD = new Object();

  static {
    try {
      LISTENERS =
          MethodHandles.lookup().findVarHandle(ListenedFuture.class, "listeners", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile @Nullable Object listeners;

  ListenedFuture(int state, @Nullable Object payload) {
    super(state, payload);
  }

  /** Tells one waiter of the shared operations; must not throw. */
  abstract void tell(FutureWaiter waiter);

  /** Returns false if the future is done and nobody will call the listener. */
  final boolean register(Listener listener) {
    while (!isDone(word())) {
      Object seen = listeners;
      if (seen == TOLD) {
        return false;
      }
      if (enter(seen, listener)) {
        return !isDone(word()) || !leave(listener);
      }
    }
    return false;
  }

  private boolean enter(@Nullable Object seen, Listener listener) {
    if (seen == null) {
      return LISTENERS.compareAndSet(this, null, listener);
    }
    if (seen instanceof ListenerList list) {
      return list.add(listener);
    }
    ListenerList list = new ListenerList();
    StackHeadroom.require(
        StackHeadroom.TO_ENTER); // once it is published, the list must get what it is for
    return list.open(this, (Listener) seen, listener);
  }

  /** Replaces the only listener by a list; called with the lock of the list held. */
  final boolean publish(Listener alone, ListenerList list) {
    return LISTENERS.compareAndSet(this, alone, list);
  }

  /**
   * Called before the future is completed from outside its body: whoever has no stack left to tell
   * the listeners does not get as far as completing it (R19).
   */
  final void requireRoomToSettle() {
    StackHeadroom.require(listeners == null ? StackHeadroom.TO_SETTLE : StackHeadroom.TO_WAKE);
  }

  /** As {@link #requireRoomToSettle}, called before a task is taken from its pool as well. */
  final void requireRoomToCancel() {
    StackHeadroom.require(listeners == null ? StackHeadroom.TO_ENTER : StackHeadroom.TO_WAKE);
  }

  /** Takes a registration back; returns whether it was still there, so that nobody calls it. */
  final boolean leave(Listener listener) {
    if (LISTENERS.compareAndSet(this, listener, null)) {
      return true;
    }
    return listeners instanceof ListenerList list && list.remove(listener);
  }

  @SuppressWarnings("ReferenceEquality") // waiters are compared by identity
  final void leave(FutureWaiter waiter) {
    Object seen = listeners;
    if (seen instanceof Listener.Waiting alone
        && alone.waiter == waiter
        && LISTENERS.compareAndSet(this, seen, null)) {
      return;
    }
    if (listeners instanceof ListenerList list) {
      list.remove(waiter);
    }
  }

  /**
   * Called by the completing thread: releases every waiter (S5) and returns the callbacks, oldest
   * first, for it to call.
   */
  final @Nullable Callback<?> releaseWaiters() {
    if (listeners == null) {
      return null;
    }
    Object taken = LISTENERS.getAndSet(this, TOLD);
    return tellAll(taken instanceof ListenerList list ? list.close() : taken);
  }

  private @Nullable Callback<?> tellAll(@Nullable Object chain) {
    Callback<?> first = null;
    Callback<?> last = null;
    Listener next;
    for (Listener l = chain instanceof Listener some ? some : null; l != null; l = next) {
      next = l.next;
      l.prev = null;
      l.next = null;
      if (l instanceof Listener.Parked parked) {
        parked.release();
      } else if (l instanceof Listener.Waiting waiting) {
        tell(waiting.waiter);
      } else if (l instanceof Callback<?> callback) {
        if (last == null) {
          first = callback;
        } else {
          last.next = callback;
        }
        last = callback;
      }
    }
    return first;
  }
}
