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
   *   no hub --first waiter--> a hub --observed--> a callback of the future --it is done--> fired
   *
   *   field       written by                  guarded by
   *   HUBS        add: the first hub stays    the map itself
   *   listeners   add, remove, the callback   itself: DoneListeners, which has the argument
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

    /** Outside the lock of the map: a foreign future may run the callback at once. */
    boolean add(TaskFuture<?> future, FutureWaiter waiter) {
      return listeners.addWaiter(waiter, () -> future.addDoneCallback(this));
    }

    @Override
    public void accept(TaskFuture<?> done) {
      listeners.fire(done);
    }
  }
}
