package dev.gauntlet.lockfree;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.FutureWaiter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A node of the waiter stack of a future: a parked thread, a listener or a callback. */
@SuppressWarnings("ReferenceEquality") // nodes are compared by identity
abstract class Waiter {
  /*
   *   REGISTERED (item) ──told, left, or taken back──▶ TAKEN (no item) ──unlinked──▶ gone
   *
   *   field   written by                           write mode        read mode
   *   item    completer, leaver, late registrant   getAndSet, CAS    volatile
   *   next    pusher, before the push; unlinkers   volatile          volatile
   *   newer   completer alone                      plain             plain
   *   parks   the waiting thread, once true        volatile          volatile (completer)
   *
   * A node is alive while it has its item. Taking the item is atomic, so a registration is told by
   * its completer, or leaves, or is told by its registrant, and never two of these.
   * The completer turns the stack around through `newer` and not through `next`, which a leaver may
   * still be rewriting.
   *
   * A thread that spins need not be unparked. Before it parks it writes parks and then reads the
   * state of the future; the completer moves the state and then reads parks. All four are volatile:
   * the thread sees the done state and does not park, or the completer sees parks and unparks it.
   */
  private static final VarHandle ITEM;

  static {
    try {
      ITEM =
          MethodHandles.lookup()
              .findVarHandle(Waiter.class, "item", Object.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private @Nullable Object item;

  /** The node below, which was pushed earlier. */
  volatile @Nullable Waiter next;

  /** The node above; for the completer, and then for the trampoline. */
  @Nullable Waiter newer;

  Waiter(@Nullable Object item) {
    this.item = item;
  }

  /** Puts the node, which nobody knows yet, above another; mostly there is none, and no store. */
  final void placeAbove(@Nullable Waiter older) {
    if (next != older) {
      next = older;
    }
  }

  /** Tells the waiter that the future is done, if it is still there. */
  abstract void signal(TaskFuture<?> done);

  final boolean isAlive() {
    return item() != null;
  }

  final @Nullable Object item() {
    return (Object) ITEM.getVolatile(this);
  }

  /** Takes the item; null if it was taken before. */
  final @Nullable Object take() {
    return (Object) ITEM.getAndSet(this, (Object) null);
  }

  /** Takes the item if it is {@code expected}. */
  final boolean take(Object expected) {
    return ITEM.compareAndSet(this, expected, (Object) null);
  }

  /** A thread in {@code get}. It takes its item itself, so it can be told again. */
  static final class OfThread extends Waiter {
    private volatile boolean parks;

    OfThread(Thread thread) {
      super(thread);
    }

    /** From now on the thread has to be unparked; it must look at the future after this. */
    void parks() {
      parks = true;
    }

    @Override
    void signal(TaskFuture<?> done) {
      if (parks) {
        Parking.unpark((Thread) item());
      }
    }
  }

  /** A {@link FutureWaiter}. */
  static final class OfListener extends Waiter {

    OfListener(FutureWaiter listener) {
      super(listener);
    }

    @Override
    void signal(TaskFuture<?> done) {
      if (take() instanceof FutureWaiter listener) {
        listener.futureDone(done);
      }
    }
  }

  /** The end of a stack whose future is done and whose waiters were taken. */
  static final class Tombstone extends Waiter {
    static final Tombstone INSTANCE = new Tombstone();

    private Tombstone() {
      super(null);
    }

    @Override
    void signal(TaskFuture<?> done) {
      throw new IllegalStateException("nobody waits here");
    }
  }
}
