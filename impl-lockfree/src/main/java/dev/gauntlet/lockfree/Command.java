package dev.gauntlet.lockfree;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Runnable given to {@code execute}: a queue node without a future. What it throws goes to the
 * uncaught-exception handler of its thread (L21), and the thread lives on (L20).
 */
final class Command extends Node implements Job {
  /*
   *   PENDING ──claim──▶ RUNNING
   *      ├──shutdown, taken back──▶ CANCELLED
   *      └──refused──▶ FAILING                       (see Node)
   *
   *   field   written by                              write mode   read mode
   *   body    constructor; whoever has claimed: null  plain        plain
   *
   * The body belongs to the submitter until the offer, and then to the winner of the CAS out of
   * PENDING; one that its submitter runs itself was never offered. It goes no further than that:
   * there is no future that could be told.
   */
  private @Nullable Runnable body;

  Command(Runnable body) {
    super(PENDING);
    this.body = body;
  }

  private Runnable takeBody() {
    Runnable taken = Objects.requireNonNull(body);
    body = null;
    return taken;
  }

  @Override
  public void runOn(Worker worker) {
    Throwable failure = null;
    try {
      Runnable taken = takeBody();
      if (!worker.pool.lifecycle().isBroken()) {
        taken.run();
      }
    } catch (Throwable thrown) {
      failure = thrown;
    } finally {
      worker.gate().leaveBody(this);
    }
    if (failure != null) {
      worker.runHandler(failure);
    }
  }

  @Override
  public void runByCaller() {
    try {
      takeBody().run();
    } catch (Throwable thrown) {
      handOver(thrown);
    }
  }

  /** Hands what a body threw to the handler of the current thread, whose own failure is dropped. */
  static void handOver(Throwable failure) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    } catch (Throwable handlerFailure) {
      // As the virtual machine does with what a handler throws.
    }
  }

  @Override
  public Runnable finishCancelling() {
    return takeBody();
  }

  @Override
  public boolean wasAwaited() {
    return false;
  }

  @Override
  public void settleOrphan() {
    body = null;
  }

  @Override
  public void fail(Throwable failure) {
    body = null;
  }

  @Override
  public void announceFailure() {}
}
