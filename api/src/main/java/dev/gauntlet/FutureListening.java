package dev.gauntlet;

import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * Listens to any {@link TaskFuture}. A {@link WaitableFuture} is asked directly. Any other gets one
 * permanent callback, its hub, at the first use, and waiters come and go at the hub: a foreign
 * future holds one callback, however many waits have timed out (W11).
 */
final class FutureListening {
  /*
   *   no hub --first waiter--> a hub --attach--> a callback of the future --it is done--> fired
   *
   *   field       written by                        guarded by
   *   HUBS        add: the first hub stays          the map itself
   *   listeners   add, remove, the callback         itself, see DoneListeners
   *   attached    attach, when the future has it    volatile
   *
   * A waiter is entered first, which a hub that has fired refuses; then the hub is attached, and a
   * future that is done by then calls it back at once. So a waiter is called, or add returns false
   * or throws. Who finds the hub attached knows that the future has it. (Two that attach it at the
   * same time give the future one callback too many; only the first that fires does anything.)
   */

  /** A hub does not refer to its future, so that the key can be collected. */
  private static final Map<TaskFuture<?>, Hub> HUBS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private FutureListening() {}

  /** Returns false if the future is done and the waiter will not be called. */
  static boolean add(TaskFuture<?> future, FutureWaiter waiter) {
    if (future instanceof WaitableFuture<?> waitable) {
      return waitable.addWaiter(waiter);
    }
    return !future.isDone() && hub(future).add(future, waiter);
  }

  static void remove(TaskFuture<?> future, FutureWaiter waiter) {
    if (future instanceof WaitableFuture<?> waitable) {
      waitable.removeWaiter(waiter);
      return;
    }
    Hub hub = HUBS.get(future);
    if (hub != null) {
      hub.listeners.removeWaiter(waiter);
    }
  }

  private static Hub hub(TaskFuture<?> future) {
    Hub fresh = new Hub();
    Hub known = HUBS.putIfAbsent(future, fresh);
    return known == null ? fresh : known;
  }

  private static final class Hub implements Consumer<TaskFuture<?>> {
    private final DoneListeners listeners = new DoneListeners();
    private volatile boolean attached;

    boolean add(TaskFuture<?> future, FutureWaiter waiter) {
      if (!listeners.addWaiter(waiter)) {
        return false;
      }
      boolean ended = false;
      try {
        attach(future);
        ended = true;
      } finally {
        if (!ended) {
          listeners.removeWaiter(waiter);
        }
      }
      return true;
    }

    /** Outside the lock of the map: a foreign future may run the callback at once. */
    private void attach(TaskFuture<?> future) {
      if (!attached) {
        future.addDoneCallback(this);
        attached = true;
      }
    }

    @Override
    public void accept(TaskFuture<?> done) {
      listeners.fire(done);
    }
  }
}
