package dev.gauntlet.lockfree;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The half of a future that changes: its cancellation, and those who wait to be told of its end.
 * Registering, leaving and cancelling are lock-free.
 */
abstract class Settleable<V extends @Nullable Object> extends Node implements WaitableFuture<V> {
  /*
   * The states are in Node. What ends the future writes the payload, moves the state, and then
   * releases the waiters; the winner of the transition to a done state does so, and nobody else.
   *
   *   field     written by                       write mode           read mode
   *   payload   constructor: the body            plain                by whoever has claimed it
   *             runner: null, then the outcome   plain, before CAS    plain, after stateAcquire
   *             canceller of a pending task      plain, after CAS     -
   *   waiters   push (any thread)                CAS                  volatile
   *             unlink (any leaver)              CAS
   *             releaseWaiters (the winner)      getAndSet TOMBSTONE
   *                                              plain, back, where the stack ends meanwhile
   *
   * payload needs no mode of its own: it belongs to the submitter until the offer, then to the
   * winner of the CAS out of PENDING, and it is read by others only after a SUCCEEDED or FAILED
   * that they have read with acquire. A runner that loses against cancel(boolean) drops it.
   *
   * Nobody is forgotten: a registrant pushes its node and then reads the state; the winner moves
   * the state and then reads waiters. All four are volatile. So either the winner sees the node and
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
  private static final Waiter TOMBSTONE = new Waiter.Tombstone();
  private static final int SPINS_BEFORE_YIELD = 64;

  private static final VarHandle WAITERS;

  static {
    try {
      WAITERS =
          MethodHandles.lookup()
              .findVarHandle(Settleable.class, "waiters", Waiter.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The pool of a task; null for a promise. */
  final @Nullable LockFreePool pool;

  /** The body until it runs, then the value or the failure. */
  @Nullable Object payload;

  @SuppressWarnings("UnusedVariable") // read through its handle
  private @Nullable Waiter waiters;

  Settleable(@Nullable LockFreePool pool, @Nullable Object body) {
    super(PENDING);
    this.pool = pool;
    this.payload = body;
  }

  final ExecutorConfig config() {
    return pool == null ? LockFreePromise.REPORTING : pool.config();
  }

  @Override
  public final TaskState taskState() {
    return switch (status(stateAcquire())) {
      case PENDING, FAILING -> TaskState.PENDING;
      case RUNNING, SUSPENDED -> TaskState.RUNNING;
      case SUCCEEDED -> TaskState.SUCCEEDED;
      case FAILED -> TaskState.FAILED;
      default -> TaskState.CANCELLED;
    };
  }

  @Override
  public final boolean isDone() {
    return isDone(stateAcquire());
  }

  @Override
  public final boolean isCancelled() {
    return isCancelled(stateAcquire());
  }

  // Cancelling

  @Override
  public final boolean cancel() {
    for (int spins = 0; ; spins++) {
      int s = stateVolatile();
      if (s == PENDING) {
        if (tryCancelPending()) {
          return true;
        }
      } else if (status(s) == FAILING) {
        awaitFailure(spins);
      } else {
        return isCancelled(s);
      }
    }
  }

  @Override
  public final boolean cancel(boolean mayInterruptIfRunning) {
    for (int spins = 0; ; spins++) {
      int s = stateVolatile();
      if (isDone(s)) {
        return false;
      }
      switch (status(s)) {
        case PENDING -> {
          if (tryCancelPending()) {
            return true;
          }
        }
        case FAILING -> awaitFailure(spins);
        default -> {
          if (tryCancelRunning(s, mayInterruptIfRunning)) {
            return true;
          }
        }
      }
    }
  }

  /** The failure of a refused task is two stores away; after them the cancel has come too late. */
  @SuppressWarnings("ThreadPriorityCheck") // a last resort when the other thread was descheduled
  private static void awaitFailure(int spins) {
    if (spins < SPINS_BEFORE_YIELD) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  private boolean tryCancelPending() {
    if (waiters() != null || (pool != null && pool.isBounded())) {
      StackRoom.require();
    }
    if (!casState(PENDING, CANCELLED | OUT_OF_TURN)) {
      return false;
    }
    payload = null;
    if (pool != null) {
      pool.freePlace();
    }
    Callback<?> callbacks = releaseWaiters();
    if (pool != null) {
      pool.queue().noteDead();
    }
    Trampoline.run(callbacks);
    return true;
  }

  private boolean tryCancelRunning(int s, boolean mayInterrupt) {
    StackRoom.requireWide();
    InterruptGate worker = mayInterrupt && pool != null ? pool.gateOf(slot(s)) : null;
    int status = worker == null ? CANCELLED : statusOfInterrupt(s, worker);
    if (!casState(s, withStatus(s, status))) {
      return false;
    }
    if (worker != null && status != OWED) {
      deliverInterrupt(worker, s);
    }
    Trampoline.run(releaseWaiters());
    return true;
  }

  /** A body that cancels itself has no delivery to wait for. */
  private static int statusOfInterrupt(int s, InterruptGate worker) {
    if (status(s) == SUSPENDED) {
      return OWED;
    }
    return worker.isOfCurrentThread() ? INTERRUPTED : INTERRUPTING;
  }

  /** The worker waits for the last step, so it comes whatever happens, and needs no memory. */
  private void deliverInterrupt(InterruptGate worker, int s) {
    try {
      worker.interrupt();
    } finally {
      setStateVolatile(withStatus(s, INTERRUPTED));
      worker.unpark();
    }
  }

  // Being told

  @Override
  public final boolean addWaiter(FutureWaiter waiter) {
    return register(new Waiter.OfListener(Objects.requireNonNull(waiter, "waiter")));
  }

  @Override
  public final void removeWaiter(FutureWaiter waiter) {
    for (Waiter w = waiters(); w != null && w != TOMBSTONE; w = w.next) {
      if (w instanceof Waiter.OfListener && w.take(waiter)) {
        unlinkDead();
        return;
      }
    }
  }

  @Override
  public final TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
    return add(Objects.requireNonNull(callback, "callback"), null);
  }

  @Override
  public final TaskFuture<V> addDoneCallback(
      Consumer<? super TaskFuture<V>> callback, Executor executor) {
    Objects.requireNonNull(callback, "callback");
    return add(callback, Objects.requireNonNull(executor, "executor"));
  }

  private TaskFuture<V> add(Consumer<? super TaskFuture<V>> callback, @Nullable Executor executor) {
    if (isDone(stateVolatile()) || !register(new Callback<>(this, callback, executor))) {
      Trampoline.runInline(new Callback<>(this, callback, executor));
    }
    return this;
  }

  /**
   * Pushes a waiter; returns false if the future is done and the waiter is not, and will not be,
   * told.
   */
  final boolean register(Waiter waiter) {
    Waiter top;
    do {
      if (isDone(stateVolatile())) {
        return false;
      }
      top = waiters();
      if (top == TOMBSTONE) {
        return false;
      }
      waiter.next = top;
    } while (!casWaiters(top, waiter));
    if (isDone(stateVolatile()) && waiter.take() != null) {
      unlinkDead();
      return false;
    }
    return true;
  }

  /** Ends the registration of a waiter that has stopped waiting. */
  final void leave(Waiter waiter) {
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
    while (w != null && w != TOMBSTONE) {
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
   * Releases all waiters, in the order of their registration.
   *
   * @return the first of the callbacks, linked in the order of their registration, or null
   */
  final @Nullable Callback<?> releaseWaiters() {
    if (waiters() == null) {
      return null;
    }
    Waiter newest = getAndSetWaiters(TOMBSTONE);
    boolean ended = false;
    try {
      Callback<?> first = tell(newest);
      ended = true;
      return first;
    } finally {
      if (!ended) {
        waiters = newest; // without a call: the stack has ended, and the worker tries again
      }
    }
  }

  private @Nullable Callback<?> tell(@Nullable Waiter newest) {
    Waiter oldest = null;
    for (Waiter w = newest; w != null && w != TOMBSTONE; w = w.next) {
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

  @Override
  public final String toString() {
    return getClass().getSimpleName()
        + "@"
        + Integer.toHexString(System.identityHashCode(this))
        + "["
        + taskState()
        + "]";
  }

  /** Returns whether to tell those who wait now takes but a moment: there is one reader at most. */
  final boolean isToldInAMoment() {
    Waiter waiter = waiters();
    return waiter == null || (waiter instanceof Waiter.OfThread && waiter.next == null);
  }

  /** Returns, of a done future, whether somebody waited for its end. */
  final boolean hadWaiters() {
    return waiters() != null;
  }

  private @Nullable Waiter waiters() {
    return (Waiter) WAITERS.getVolatile((Settleable<?>) this);
  }

  private boolean casWaiters(@Nullable Waiter expected, @Nullable Waiter update) {
    return WAITERS.compareAndSet((Settleable<?>) this, expected, update);
  }

  private @Nullable Waiter getAndSetWaiters(Waiter update) {
    return (Waiter) WAITERS.getAndSet((Settleable<?>) this, update);
  }
}
