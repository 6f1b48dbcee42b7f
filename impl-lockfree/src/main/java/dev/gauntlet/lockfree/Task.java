package dev.gauntlet.lockfree;

import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A submitted task: future, queue node and body in one object. The two subclasses differ in the
 * type of the body, so that the call of it needs no adapter.
 */
abstract class Task<V extends @Nullable Object> extends LockFreeFuture<V> implements Job, Runnable {
  /*
   *   claim ▶ take the body ▶ call ▶ payload := outcome ▶ CAS RUNNING ▶ done ▶ release the waiters
   *         ▶ [cancelled with an interrupt: wait until it is there] ▶ clear the flag ▶ callbacks
   *
   * The runner is the only one who settles a claimed task, so its sole rival is cancel(boolean).
   * After a lost CAS the canceller releases waiters and callbacks; the runner drops the outcome and
   * waits for the interrupt that is on its way, so that it can hit this body or nothing (C8).
   *
   * An error of the implementation itself (the end of the stack or of the heap between two steps)
   * makes the task an orphan of its worker, which settles it later (R19).
   */

  Task(LockFreePool pool, Object body) {
    super(pool, body);
  }

  /** Calls the body. */
  abstract @Nullable Object call(Object body) throws Exception;

  /** A task is run by its executor alone; called by anybody else this does nothing (L8, S10). */
  @Override
  public final void run() {}

  @Override
  public final boolean tryRunInPlace() {
    int s = stateAcquire();
    if (isDone(s)) {
      return false;
    }
    Worker worker = Runner.readyWorker(Objects.requireNonNull(pool));
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
  public final void fail(RejectedExecutionException failure) {
    payload = failure;
    setStateVolatile(withStatus(stateVolatile(), FAILED));
  }

  @Override
  public final void announceFailure() {
    Trampoline.run(releaseWaiters());
  }
}
