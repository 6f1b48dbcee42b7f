package dev.gauntlet.lockfree;

import dev.gauntlet.spi.ExecutorConfig;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A submitted task: future, queue node and body in one object. The two subclasses differ in the
 * type of the body, so that the call of it needs no adapter.
 */
abstract class Task<V extends @Nullable Object> extends Node
    implements LockFreeFuture<V>, Job, Runnable {
  /*
   *   claim ▶ take the body ▶ call ▶ payload := outcome ▶ CAS RUNNING ▶ done ▶ release the waiters
   *         ▶ [cancelled with an interrupt: wait until it is there] ▶ clear the flag ▶ callbacks
   *
   * The runner is the only one who settles a claimed task, so its sole rival is cancel(boolean).
   * After a lost CAS the canceller releases waiters and callbacks; the runner drops the outcome and
   * waits for the interrupt that is on its way, so that it can hit this body or nothing (C8).
   *
   * The states are in Node.
   *
   *   field     written by                       write mode           read mode
   *   payload   constructor: the body            plain                by whoever has claimed it
   *             runner: null, then the outcome   plain, before CAS    plain, after stateAcquire
   *             canceller of a pending task      plain, after CAS     -
   *             refuser                          plain, before the    plain, after stateAcquire
   *                                              volatile FAILED
   *
   * payload needs no mode of its own: it belongs to the submitter until the offer, then to the
   * winner of the CAS out of PENDING, and it is read by others only after a SUCCEEDED or FAILED
   * that they have read with acquire. A runner that loses against cancel(boolean) drops it.
   *
   * An error of the implementation itself (the end of the stack or of the heap between two steps)
   * makes the task an orphan of its worker, which settles it later (R19).
   */

  private static final int SPINS_BEFORE_YIELD = 64;

  private static final VarHandle WAITERS;

  static {
    try {
      WAITERS =
          MethodHandles.lookup()
              .findVarHandle(Task.class, "waiters", Waiter.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final LockFreePool pool;

  /** The body until it runs, then the value or the failure. */
  private @Nullable Object payload;

  /** See {@link Settleable}. */
  @SuppressWarnings("UnusedVariable") // read through its handle
  private @Nullable Waiter waiters;

  Task(LockFreePool pool, Object body) {
    super(PENDING);
    this.pool = pool;
    this.payload = body;
  }

  /** Calls the body. */
  abstract @Nullable Object call(Object body) throws Exception;

  /** A task is run by its executor alone; called by anybody else this does nothing (L8, S10). */
  @Override
  public final void run() {}

  @Override
  public final ExecutorConfig config() {
    return pool.config();
  }

  @Override
  public final AdaptiveSpin readerSpin() {
    return pool.readerSpin();
  }

  @Override
  public final int statusAcquire() {
    return status(stateAcquire());
  }

  @Override
  public final int statusVolatile() {
    return status(stateVolatile());
  }

  @Override
  public final @Nullable Object outcome() {
    return payload;
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
    if (hadWaiters() || pool.isBounded()) {
      StackRoom.require();
    }
    if (!casState(PENDING, CANCELLED | OUT_OF_TURN)) {
      return false;
    }
    payload = null;
    pool.freePlace();
    Callback<?> callbacks = releaseWaiters();
    pool.queue().noteDead();
    Trampoline.run(callbacks);
    return true;
  }

  private boolean tryCancelRunning(int s, boolean mayInterrupt) {
    StackRoom.requireWide();
    InterruptGate worker = mayInterrupt ? pool.gateOf(slot(s)) : null;
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

  // Running

  @Override
  public final boolean tryRunInPlace() {
    int s = stateAcquire();
    if (isDone(s)) {
      return false;
    }
    Worker worker = Runner.readyWorker(pool);
    if (worker == null) {
      return false;
    }
    if (s == PENDING) {
      return worker.help(this);
    }
    if (slot(s) == worker.slot()) {
      throw new IllegalStateException("a task waits for its own end: " + this);
    }
    return false;
  }

  @Override
  public final void runOn(Worker worker) {
    Callback<?> callbacks;
    try {
      callbacks = runBody(worker);
    } finally {
      worker.gate().leaveBody(this);
    }
    if (callbacks != null) {
      boolean ended = false;
      try {
        worker.runCallbacks(callbacks);
        ended = true;
      } finally {
        if (!ended) {
          worker.strandedCallbacks = new Object[] {callbacks, worker.strandedCallbacks};
        }
      }
    }
  }

  @Override
  public final void runByCaller() {
    if (casState(PENDING, runningOn(0))) {
      Trampoline.run(runBody(null));
    }
  }

  /** Runs the body and settles; returns the callbacks that are to run. */
  private @Nullable Callback<?> runBody(@Nullable Worker worker) {
    Object body = Objects.requireNonNull(payload);
    payload = null;
    Object outcome;
    int status;
    try {
      pool.lifecycle().requireUnbroken();
      outcome = call(body);
      status = SUCCEEDED;
    } catch (Throwable failure) {
      outcome = failure;
      status = FAILED;
    }
    if (worker != null) {
      worker.bodyEnded(this);
    }
    Callback<?> callbacks = settle(outcome, status);
    if (worker != null && isCancelled(stateAcquire())) {
      worker.isHeldUp();
    }
    return callbacks;
  }

  private @Nullable Callback<?> settle(@Nullable Object outcome, int status) {
    payload = outcome;
    for (int s = stateAcquire(); !isDone(s); s = stateAcquire()) {
      if (casState(s, withStatus(s, status))) {
        return releaseWaiters();
      }
    }
    payload = null;
    return null;
  }

  @Override
  public final boolean wasAwaited() {
    return hadWaiters();
  }

  @Override
  public final void settleOrphan() {
    if (isDone(stateVolatile())) {
      Trampoline.run(releaseWaiters());
    } else {
      var failure = new IllegalStateException("the outcome could not be published");
      Trampoline.run(settle(failure, FAILED));
    }
  }

  @Override
  public final Runnable finishCancelling() {
    payload = null;
    Trampoline.run(releaseWaiters());
    return this;
  }

  @Override
  public final void fail(Throwable failure) {
    payload = failure;
    setStateVolatile(withStatus(stateVolatile(), FAILED));
  }

  @Override
  public final void announceFailure() {
    Trampoline.run(releaseWaiters());
  }

  // Telling

  /**
   * Releases all waiters, in the order of their registration.
   *
   * @return the first of the callbacks, linked in the order of their registration, or null
   */
  private @Nullable Callback<?> releaseWaiters() {
    if (waiters() == null) {
      return null;
    }
    Waiter newest = takeWaiters();
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

  @Override
  public final @Nullable Waiter waiters() {
    return (Waiter) WAITERS.getVolatile((Task<?>) this);
  }

  @Override
  public final boolean casWaiters(@Nullable Waiter expected, @Nullable Waiter update) {
    return WAITERS.compareAndSet((Task<?>) this, expected, update);
  }

  private @Nullable Waiter takeWaiters() {
    Waiter closed = Waiter.Tombstone.INSTANCE;
    return (Waiter) WAITERS.getAndSet((Task<?>) this, closed);
  }

  @Override
  public final String toString() {
    return Settleable.describe(this);
  }
}
