package dev.gauntlet.locking;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to know that a future is done: waiters in a doubly linked list, so that one that leaves
 * is unlinked in constant time (R13), and callbacks in the order of their registration (K2).
 *
 * <p>Guarded by the lock of the future while it is attached to one. The future detaches it when it
 * is done; from then on it belongs to the completing thread.
 */
final class Listeners {
  /*
   *   attached to a future ──detachListeners, once it is done──▶ owned by the completing thread
   *
   *   field                        attached: read and written   detached
   *   firstWaiter, lastWaiter,     with the lock of the future  by the completing thread, without a
   *   firstCallback, lastCallback,                              lock
   *   links of the registrations
   *   next                         -                            by the completing thread
   *
   * A registration enters with the lock held and finds the future not done, or it is refused. The
   * list is detached with that lock held, after the end was published: whoever has entered is told.
   */
  private @Nullable Waiter firstWaiter;
  private @Nullable Waiter lastWaiter;
  private @Nullable Callback<?> firstCallback;
  private @Nullable Callback<?> lastCallback;

  /** The next in the {@link Refusals}, then in a {@link Trampoline}, of the completing thread. */
  @Nullable Listeners next;

  void add(Waiter waiter) {
    waiter.previous = lastWaiter;
    if (lastWaiter == null) {
      firstWaiter = waiter;
    } else {
      lastWaiter.next = waiter;
    }
    lastWaiter = waiter;
  }

  /** Unlinks a waiter that is in this list. */
  void remove(Waiter waiter) {
    if (waiter.previous == null) {
      firstWaiter = waiter.next;
    } else {
      waiter.previous.next = waiter.next;
    }
    if (waiter.next == null) {
      lastWaiter = waiter.previous;
    } else {
      waiter.next.previous = waiter.previous;
    }
    waiter.previous = null;
    waiter.next = null;
  }

  /** Unlinks one registration of {@code target}, if there is one. */
  @SuppressWarnings("ReferenceEquality") // waiters are compared by identity
  void remove(FutureWaiter target) {
    for (Waiter waiter = firstWaiter; waiter != null; waiter = waiter.next) {
      if (waiter.target == target) {
        remove(waiter);
        return;
      }
    }
  }

  void add(Callback<?> callback) {
    if (lastCallback == null) {
      firstCallback = callback;
    } else {
      lastCallback.next = callback;
    }
    lastCallback = callback;
  }

  boolean hasWaiters() {
    return firstWaiter != null;
  }

  boolean hasCallbacks() {
    return firstCallback != null;
  }

  void releaseWaiters(TaskFuture<?> done) {
    for (Waiter waiter = firstWaiter; waiter != null; waiter = waiter.next) {
      try {
        waiter.target.futureDone(done);
      } catch (Throwable broken) {
        Diagnostics.WAITER_THREW.warn(broken);
      }
    }
    firstWaiter = null;
    lastWaiter = null;
  }

  /** Takes the next callback out, or returns null. */
  @Nullable Callback<?> pollCallback() {
    Callback<?> callback = firstCallback;
    if (callback != null) {
      firstCallback = callback.next;
      callback.next = null;
    }
    return callback;
  }

  /** One registration of a waiter. */
  static final class Waiter {
    private final FutureWaiter target;
    private @Nullable Waiter previous;
    private @Nullable Waiter next;

    Waiter(FutureWaiter target) {
      this.target = target;
    }
  }

  /** One registration of a callback. Whatever it throws is reported (K7, K16). */
  static final class Callback<V extends @Nullable Object> {
    private final LockingFuture<V> future;
    private final Consumer<? super TaskFuture<V>> consumer;
    private final @Nullable Executor executor;
    private @Nullable Callback<?> next;

    /**
     * Creates a registration.
     *
     * @param executor to whom the call is handed over; null if it is made by the completing thread
     */
    Callback(
        LockingFuture<V> future,
        Consumer<? super TaskFuture<V>> consumer,
        @Nullable Executor executor) {
      this.future = future;
      this.consumer = consumer;
      this.executor = executor;
    }

    void run() {
      if (executor == null) {
        call();
        return;
      }
      try {
        executor.execute(this::call);
      } catch (Throwable refused) {
        report(refused);
      }
    }

    private void call() {
      try {
        consumer.accept(future);
      } catch (Throwable failure) {
        report(failure);
      }
    }

    private void report(Throwable failure) {
      try {
        Worker.apart(new Report(future, failure));
      } catch (Throwable exhausted) {
        // Not even the report could be made, as on a stack without room; the rest must go on.
      }
    }
  }

  /** What a callback has thrown; a class, since at the end of a stack no lambda can be linked. */
  record Report(LockingFuture<?> future, Throwable failure) implements Runnable {
    @Override
    public void run() {
      future.config().reportCallbackFailure(future, failure);
    }
  }
}
