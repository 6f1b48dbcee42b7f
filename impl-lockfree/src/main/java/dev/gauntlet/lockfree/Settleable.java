package dev.gauntlet.lockfree;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The half of a future that those wait in who are to be told of its end. Registering and leaving
 * are lock-free.
 */
interface Settleable<V extends @Nullable Object> extends WaitableFuture<V> {
  /*
   * What ends the future moves its status to a done one (see Task and LockFreePromise), and then
   * releases the waiters; the winner of that transition does so, and nobody else.
   *
   *   field     written by                       write mode           read mode
   *   waiters   push (any thread)                CAS                  volatile
   *             unlink (any leaver)              CAS
   *             the winner                       getAndSet TOMBSTONE
   *             the winner, of a task            plain, back, where the stack ends meanwhile
   *
   * Nobody is forgotten: a registrant pushes its node and then reads the status; the winner moves
   * the status and then reads waiters. All four are volatile. So either the winner sees the node and
   * takes the stack, or the registrant sees the done state, takes its own node back (Waiter.take is
   * atomic: the winner may be about to do the same) and proceeds as if it came late. A future
   * without waiters is thus settled by a single CAS: the stack stays empty and is not closed.
   *
   * A waiter that leaves marks its node dead and then unlinks every dead node it finds, in one walk
   * that starts again when a neighbour died under its hands (as FutureTask does). From any node,
   * next leads to every live node below it: nodes are added on top alone, and only dead ones are
   * skipped. So a stale write can bring a dead node back, but lose no live one. The walk that wrote
   * it goes on to that very node and unlinks it again if it was marked before that look; if it is
   * marked after, the walk of its own leaver begins after the mark and sees the write. So no dead
   * node stays.
   */

  /** Returns the top of the stack, in the order of all volatile accesses. */
  @Nullable Waiter waiters();

  /** Replaces the top of the stack. */
  boolean casWaiters(@Nullable Waiter expected, @Nullable Waiter update);

  /** Returns where callbacks that throw are reported. */
  ExecutorConfig config();

  /** Returns the status, after which the outcome of a done future can be read plainly. */
  int statusAcquire();

  /** Returns the status, in the order of all volatile accesses. */
  int statusVolatile();

  @Override
  default TaskState taskState() {
    return switch (statusAcquire()) {
      case Node.PENDING, Node.FAILING -> TaskState.PENDING;
      case Node.RUNNING, Node.SUSPENDED -> TaskState.RUNNING;
      case Node.SUCCEEDED -> TaskState.SUCCEEDED;
      case Node.FAILED -> TaskState.FAILED;
      default -> TaskState.CANCELLED;
    };
  }

  @Override
  default boolean isDone() {
    return Node.isDone(statusAcquire());
  }

  @Override
  default boolean isCancelled() {
    return Node.isCancelled(statusAcquire());
  }

  // Being told

  @Override
  default boolean addWaiter(FutureWaiter waiter) {
    return register(new Waiter.OfListener(Objects.requireNonNull(waiter, "waiter")));
  }

  @Override
  default void removeWaiter(FutureWaiter waiter) {
    for (Waiter w = waiters(); w != null && w != Waiter.Tombstone.INSTANCE; w = w.next) {
      if (w instanceof Waiter.OfListener && w.take(waiter)) {
        unlinkDead();
        return;
      }
    }
  }

  @Override
  default TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    return add(Objects.requireNonNull(callback, "callback"), null);
  }

  @Override
  default TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    Objects.requireNonNull(callback, "callback");
    return add(callback, Objects.requireNonNull(executor, "executor"));
  }

  private TaskFuture<V> add(Consumer<? super TaskFuture<V>> callback, @Nullable Executor executor) {
    if (Node.isDone(statusVolatile()) || !register(new Callback<>(this, callback, executor))) {
      Trampoline.runInline(new Callback<>(this, callback, executor));
    }
    return this;
  }

  /**
   * Pushes a waiter; returns false if the future is done and the waiter is not, and will not be,
   * told.
   */
  default boolean register(Waiter waiter) {
    Waiter top;
    do {
      if (Node.isDone(statusVolatile())) {
        return false;
      }
      top = waiters();
      if (top == Waiter.Tombstone.INSTANCE) {
        return false;
      }
      waiter.placeAbove(top);
    } while (!casWaiters(top, waiter));
    if (Node.isDone(statusVolatile()) && waiter.take() != null) {
      unlinkDead();
      return false;
    }
    return true;
  }

  /** Ends the registration of a waiter that has stopped waiting. */
  default void leave(Waiter waiter) {
    if (waiter.take() != null) {
      unlinkDead();
    }
  }

  private void unlinkDead() {
    while (!tryUnlinkDead()) {}
  }

  /** Returns false if it has to start again. */
  private boolean tryUnlinkDead() {
    Waiter pred = null;
    Waiter w = waiters();
    while (w != null && w != Waiter.Tombstone.INSTANCE) {
      Waiter older = w.next;
      if (w.isAlive()) {
        pred = w;
      } else if (pred == null) {
        if (!casWaiters(w, older)) {
          return false;
        }
      } else {
        pred.next = older;
        if (!pred.isAlive()) {
          return false;
        }
      }
      w = older;
    }
    return true;
  }

  // Telling

  /**
   * Tells all waiters of a stack, in the order of their registration.
   *
   * @return the first of the callbacks, linked in the order of their registration, or null
   */
  default @Nullable Callback<?> tell(@Nullable Waiter newest) {
    Waiter oldest = null;
    for (Waiter w = newest; w != null && w != Waiter.Tombstone.INSTANCE; w = w.next) {
      w.newer = oldest;
      oldest = w;
    }
    Callback<?> first = null;
    Callback<?> last = null;
    Waiter newer;
    for (Waiter w = oldest; w != null; w = newer) {
      newer = w.newer;
      if (!(w instanceof Callback<?> callback)) {
        signal(w);
        continue;
      }
      callback.newer = null;
      if (last == null) {
        first = callback;
      } else {
        last.newer = callback;
      }
      last = callback;
    }
    return first;
  }

  /** A listener that throws against its contract must not cost the others their signal. */
  private void signal(Waiter waiter) {
    try {
      waiter.signal(this);
    } catch (Throwable failure) {
      if (failure instanceof StackOverflowError && waiter.isAlive()) {
        throw failure; // it was not told
      }
      config().reportCallbackFailure(this, failure);
    }
  }

  /** Returns what {@code toString} says of a future. */
  static String describe(Settleable<?> future) {
    return future.getClass().getSimpleName()
        + "@"
        + Integer.toHexString(System.identityHashCode(future))
        + "["
        + future.taskState()
        + "]";
  }

  /** Returns whether to tell those who wait now takes but a moment: there is one reader at most. */
  default boolean isToldInAMoment() {
    Waiter waiter = waiters();
    return waiter == null || (waiter instanceof Waiter.OfThread && waiter.next == null);
  }

  /** Returns whether somebody waits for the end, or has waited for it until it came. */
  default boolean hadWaiters() {
    return waiters() != null;
  }
}
