package dev.gauntlet.virtualthreads;

import static dev.gauntlet.virtualthreads.StateWord.CANCELLED;
import static dev.gauntlet.virtualthreads.StateWord.DISOWNED;
import static dev.gauntlet.virtualthreads.StateWord.EXECUTED;
import static dev.gauntlet.virtualthreads.StateWord.FAILED;
import static dev.gauntlet.virtualthreads.StateWord.FAILING;
import static dev.gauntlet.virtualthreads.StateWord.ON_CALLER;
import static dev.gauntlet.virtualthreads.StateWord.ON_STACK;
import static dev.gauntlet.virtualthreads.StateWord.ON_TOP;
import static dev.gauntlet.virtualthreads.StateWord.PENDING;
import static dev.gauntlet.virtualthreads.StateWord.RUNNABLE;
import static dev.gauntlet.virtualthreads.StateWord.SUCCEEDED;
import static dev.gauntlet.virtualthreads.StateWord.has;
import static dev.gauntlet.virtualthreads.StateWord.isPending;
import static dev.gauntlet.virtualthreads.StateWord.withStatus;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A future with a body, and how the body is run. */
abstract class Task<V extends @Nullable Object> extends VirtualFuture<V> implements Runnable {
  /*
   * It has no field of its own. The states of a task and the argument for its body are in
   * FutureState, those of its runner and of interrupts in RunnerState: start, takeBody and finish
   * are called in this order by one thread, the one whose start has returned true.
   */

  /**
   * Creates a pending task.
   *
   * @param kind {@link StateWord#RUNNABLE}, {@link StateWord#EXECUTED}, both or neither
   */
  Task(TaskHost host, Object body, int kind) {
    super(host, PENDING | kind, body);
  }

  /**
   * Runs the task on a worker that alone is entitled to start it: body, then callbacks. The flag is
   * cleared before the start, so that no interrupt aimed at this body is lost (I1, I5).
   *
   * @return false if the task was done before
   */
  final boolean runOnWorker(Thread worker) {
    Thread.interrupted();
    setRunner(worker);
    if (!start(ON_TOP)) {
      return false;
    }
    runBody(Trampoline.Flag.OF_WORKER);
    return true;
  }

  /** Runs the task on the thread of a caller, whose interrupt flag is its own (I11). */
  final void runOnCaller() {
    setRunner(Thread.currentThread());
    Trampoline outer = Trampoline.stepOut();
    try {
      if (start(ON_CALLER)) {
        runBody(Trampoline.Flag.OF_CALLER);
      }
    } finally {
      Trampoline.stepBack(outer);
    }
    setRunner(null);
  }

  private void runBody(Trampoline.Flag flag) {
    boolean executed = has(word(), EXECUTED);
    Throwable failure = null;
    try {
      failure = host().reasonToFail();
      executed &= failure == null;
      Object result = null;
      Object body = Objects.requireNonNull(takeBody());
      try {
        result = failure == null ? call(body) : null;
      } catch (Throwable thrown) {
        failure = thrown;
      }
      end(failure == null ? SUCCEEDED : FAILED, failure == null ? result : failure, flag);
    } catch (Throwable ours) {
      endAnyway(ours, flag);
    }
    if (executed && failure != null) {
      reportUncaught(failure);
    }
  }

  private @Nullable Object call(Object body) throws Exception {
    if (has(word(), RUNNABLE)) {
      ((Runnable) body).run();
      return null;
    }
    return ((Callable<?>) body).call();
  }

  private void end(int status, @Nullable Object outcome, Trampoline.Flag flag) {
    boolean published = finish(status, outcome);
    tellListeners(published, flag);
  }

  private void tellListeners(boolean published, Trampoline.Flag flag) {
    Callback<?> callbacks = published ? releaseWaiters() : null;
    if (flag == Trampoline.Flag.OF_WORKER) {
      clearInterrupts();
    }
    if (callbacks != null) {
      Trampoline.callAll(callbacks, flag);
    }
  }

  /** Publishing has run out of memory or stack: the future still becomes done (R19). */
  private void endAnyway(Throwable ours, Trampoline.Flag flag) {
    if (has(word(), ON_STACK)) {
      end(FAILED, ours, flag);
    } else {
      tellListeners(true, flag);
    }
  }

  /** What execute lets escape belongs to the handler of the thread (L21). */
  private static void reportUncaught(Throwable failure) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    } catch (Throwable handlerFailure) {
      // As the JVM does with a handler that throws.
    }
  }

  /**
   * Cancels the task if it has not started.
   *
   * @return what shutdownNow returns for it: the task, or the Runnable that was executed; null if
   *     it had started, was done, or is being refused by somebody else
   */
  @SuppressWarnings("ThreadPriorityCheck") // a virtual thread may have to give its carrier away
  final @Nullable Runnable cancelUnstarted() {
    while (true) {
      int s = word();
      if (!isPending(s) || has(s, DISOWNED)) {
        return null;
      }
      if (has(s, FAILING)) {
        Thread.yield(); // done in a moment, and a shutdown returns only then (L6)
        continue;
      }
      Object body = payload(); // still the body if the CAS finds nobody else at work
      if (casWord(s, withStatus(s, CANCELLED))) {
        clearPayload();
        settled();
        return has(s, EXECUTED) ? (Runnable) Objects.requireNonNull(body) : this;
      }
    }
  }
}
