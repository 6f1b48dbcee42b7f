package dev.gauntlet.lockfree;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.spi.Deadline;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a pool ends: in order, at once, or because its initializer failed. */
final class Lifecycle {
  /*
   *   OPEN ──close──▶ CLOSED ──tryTerminate──▶ TERMINATED
   *
   *   field       written by                     write mode    read mode
   *   shutdown    close (any thread), once true  volatile      volatile
   *   broken      the first worker that fails    CAS           volatile
   *   terminated  tryTerminate, once             a promise     as a future
   *
   * close() closes the queue before it sets the flag: who has read the flag and then finds no
   * pending task may leave, for none will come that whoever brings it does not care for (L2). What
   * is pending then is run by the workers, or, cancelled or refused, claimed like a task by whoever
   * drains the queue; that loop may be run by several threads at once, each task falls to one of
   * them. Stronger forms of shutdown only add a drain and a signal, so no later call takes anything
   * back (L7).
   *
   * TERMINATED needs: flag set, nothing pending, and a census of zero, the last by a CAS after
   * which the census is never raised again. Whoever leaves the census asks afterwards, and so does
   * close, so the last one of them succeeds.
   *
   * Tasks without a worker are left behind by one that met the end of the heap on its way out; the
   * next submission hires for them, and so does a shutdown, after which there is none.
   *
   * Callbacks are collected by Trampoline.batch and run when everything else has been done; where
   * there is no memory to collect them, in between.
   */
  private static final VarHandle BROKEN;

  static {
    try {
      BROKEN =
          MethodHandles.lookup()
              .findVarHandle(Lifecycle.class, "broken", Throwable.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Made beforehand: a lambda is linked where it is first met, which takes memory and stack. */
  private static final Consumer<Worker> STOP = Lifecycle::stop;

  private static final Consumer<Worker> UNPARK = Lifecycle::unpark;

  private final LockFreePool pool;
  private final @Nullable SubmissionGate places;
  private final LockFreePromise<@Nullable Void> terminated = new LockFreePromise<>();
  private volatile boolean shutdown;
  private volatile @Nullable Throwable broken;

  Lifecycle(LockFreePool pool, @Nullable SubmissionGate places) {
    this.pool = pool;
    this.places = places;
  }

  boolean isShutdown() {
    return shutdown;
  }

  /** Not before it is shut down: until then tasks run, and none has failed (B2, B6). */
  boolean isBroken() {
    return shutdown && broken != null;
  }

  boolean isTerminated() {
    return terminated.isDone();
  }

  /**
   * Runs a short action when the pool has terminated, before anybody who waits for that goes on.
   */
  void onTermination(Runnable action) {
    terminated.addWaiter(ended -> action.run());
  }

  boolean awaitTermination(Deadline deadline) throws InterruptedException {
    return terminated.awaitUntil(deadline);
  }

  /** Returns what a submission throws that came too late. */
  RejectedExecutionException rejection() {
    return broken != null
        ? brokenException()
        : new RejectedExecutionException("the executor is shut down");
  }

  private BrokenExecutorException brokenException() {
    return new BrokenExecutorException("the initializer of the executor failed", broken);
  }

  /** Without memory for an exception of its own (R22) the end of the heap is the reason itself. */
  private Throwable reasonOfRefusal() {
    try {
      return brokenException();
    } catch (OutOfMemoryError noMemory) {
      return noMemory;
    }
  }

  void shutdown(boolean cancelPending) {
    close();
    try {
      Trampoline.batch(() -> end(cancelPending));
    } catch (OutOfMemoryError noMemory) {
      end(cancelPending);
    }
  }

  private void end(boolean cancelPending) {
    if (cancelPending) {
      cancelPending(null);
    }
    settleDown();
  }

  List<Runnable> shutdownNow() {
    List<Runnable> neverStarted = new ArrayList<>();
    close();
    try {
      Trampoline.batch(() -> endNow(neverStarted));
    } catch (OutOfMemoryError noMemory) {
      settleDown(); // until somebody calls this again, it is a shutdown in order
      throw noMemory;
    }
    return neverStarted;
  }

  private void endNow(List<Runnable> neverStarted) {
    try {
      cancelPendingAndStop(neverStarted);
    } finally {
      settleDown();
    }
  }

  /** The initializer has failed on the calling worker: nothing that is pending can be run (B2). */
  void breakDown(Throwable cause) {
    boolean first = BROKEN.compareAndSet(this, (Throwable) null, cause);
    close();
    if (first) {
      Diagnostics.BROKEN.log(cause);
    }
    refuseAll();
  }

  /**
   * Is asked between the claim of a task and its body: one that is claimed after others have failed
   * because the pool is broken must not succeed (B2). (So such a task counts as running for a
   * moment, although its body never runs.)
   */
  void requireUnbroken() {
    if (isBroken()) {
      throw brokenException();
    }
  }

  /** Refuses what is pending, as everybody does who finds the pool broken. */
  void refuseAll() {
    try {
      Trampoline.batch(this::refusePendingAndSettleDown);
    } catch (OutOfMemoryError noMemory) {
      Diagnostics.CALLBACKS_NOT_KEPT.log(noMemory);
      refusePendingAndSettleDown();
    }
  }

  private void refusePendingAndSettleDown() {
    refusePending();
    settleDown();
  }

  /** The last moment at which the end of the stack changes nothing. */
  private void close() {
    StackRoom.requireWide();
    pool.queue().close();
    shutdown = true;
    if (places != null) {
      places.close();
    }
  }

  private void settleDown() {
    pool.wakeUnwoken();
    pool.idle().wakeAll();
    if (pool.census().live() == 0) {
      pool.refusals().careForPending();
    }
    tryTerminate();
  }

  private void cancelPending(@Nullable List<Runnable> cancelled) {
    Drain drain = drain();
    for (Node node; (node = next(drain, Node.CANCELLED)) != null; ) {
      Runnable returned = cancel(node);
      if (cancelled != null) {
        cancelled.add(returned);
      }
    }
    pool.queue().setDrained();
  }

  /**
   * Ends a task that the caller has moved to CANCELLED; returns what shutdownNow returns for it.
   */
  Runnable cancel(Node claimed) {
    pool.freePlace();
    return ((Job) claimed).finishCancelling();
  }

  /** Without memory for it, each claim begins at the front. */
  private @Nullable Drain drain() {
    try {
      return new Drain(pool.queue());
    } catch (OutOfMemoryError noMemory) {
      return null;
    }
  }

  private @Nullable Node next(@Nullable Drain drain, int claimed) {
    return drain == null ? pool.queue().claim(claimed) : drain.next(claimed);
  }

  private void refusePending() {
    Drain drain = drain();
    Node node;
    do {
      Throwable failure = reasonOfRefusal();
      node = next(drain, Node.FAILING);
      if (node != null) {
        pool.refusals().refuse(node, failure);
      }
    } while (node != null);
  }

  /**
   * Drains the queue, and then interrupts the bodies that run. The signal is raised before: a body
   * that begins meanwhile waits for it, and meets it (I5).
   */
  private void cancelPendingAndStop(List<Runnable> cancelled) {
    boolean raised = pool.stop().tryRaise();
    try {
      cancelPending(cancelled);
    } finally {
      if (raised) {
        sendStop();
      }
    }
  }

  private void sendStop() {
    StopSignal stop = pool.stop();
    try {
      pool.table().forEach(STOP);
    } finally {
      stop.sent();
      pool.table().forEach(UNPARK);
    }
  }

  private static void stop(Worker worker) {
    worker.gate().sendStop();
  }

  private static void unpark(Worker worker) {
    worker.gate().unpark();
  }

  /** Ends the pool if everything that was accepted is done and nobody is at work. */
  void tryTerminate() {
    if (shutdown && !pool.queue().hasPending() && pool.census().tryTerminate()) {
      try {
        pool.queue().clear(); // needs memory; nobody else comes this far
      } finally {
        terminated.trySucceed(null);
      }
    }
  }
}
