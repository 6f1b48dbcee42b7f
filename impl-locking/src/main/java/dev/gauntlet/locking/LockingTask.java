package dev.gauntlet.locking;

import dev.gauntlet.spi.ExecutorConfig;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task of a pool: its future and its node in the queue are this one object.
 *
 * <p>It is a {@link Runnable} only because {@code shutdownNow} returns Runnables; running it does
 * nothing at any time (S10, L8).
 */
abstract class LockingTask<V extends @Nullable Object> extends BodyFuture<V> implements Runnable {
  /*
   *   field           guarded by
   *   previous, next  the lock of the pool; null unless queued
   *   outer           written with the lock of the pool by the worker that runs this task, which
   *                   reads it without; others read it with the lock
   *   body            the lock of the pool while PENDING; afterwards it belongs to the runner
   *
   * Every pending task that anybody knows of is in the queue of its pool: it gets there before
   * submit returns, and leaves the queue and the state PENDING in one section under the lock of the
   * pool. So whoever finds it PENDING under that lock, a worker, a helper, a canceller or a
   * shutdown, can unlink it, and has it alone (C6).
   *
   * The body is dropped there (C16), or handed to the runner, who holds it on its stack alone
   * (R25). What a kept future still refers to is its outcome and its pool.
   */
  final LockingPool pool;
  @Nullable LockingTask<?> previous;
  @Nullable LockingTask<?> next;
  @Nullable LockingTask<?> outer;
  private @Nullable Object body;

  LockingTask(LockingPool pool, Object body) {
    this.pool = pool;
    this.body = body;
  }

  /** Calls the user's code. */
  abstract @Nullable Object call(Object body) throws Exception;

  /** Tells what the body threw to whom it concerns besides the future; runs on the runner. */
  void failed(Throwable failure) {}

  /** Returns what {@code shutdownNow} returns for this pending task. */
  Runnable handBack() {
    return this;
  }

  final Object pendingBody() {
    return Objects.requireNonNull(body);
  }

  /** Ends a task that never runs; the caller holds the lock of the pool and unlinks it. */
  final void settlePending(int done, @Nullable Object result) {
    settle(done, result);
    body = null;
  }

  /**
   * Runs the body of this task, which was claimed for the calling thread, and the callbacks. Never
   * throws what the body threw; and should the bookkeeping fail for want of memory or stack, the
   * future still ends (R19).
   */
  final void runBody() {
    try {
      Object value = null;
      Throwable failure = null;
      try {
        value = call(takeBody());
      } catch (Throwable thrown) {
        failure = thrown;
      }
      bodyEnded(value, failure);
      if (failure != null) {
        failed(failure);
      }
    } catch (Throwable escaped) {
      bodyEnded(null, escaped);
    }
  }

  private Object takeBody() {
    Object taken = pendingBody();
    body = null;
    return taken;
  }

  @Override
  final ExecutorConfig config() {
    return pool.config();
  }

  @Override
  final Spinning readers() {
    return pool.readers();
  }

  @Override
  public final boolean cancel() {
    return cancelPending() || isCancelled();
  }

  @Override
  public final boolean cancel(boolean mayInterruptIfRunning) {
    return cancelPending() || cancelRunning(mayInterruptIfRunning);
  }

  private boolean cancelPending() {
    if (stateNow() != PENDING) {
      return false;
    }
    StackHeadroom.requireToEnter();
    if (!pool.cancel(this)) {
      return false;
    }
    if (isListenedTo()) {
      announce();
    }
    return true;
  }

  @Override
  public final boolean tryRunInPlace() {
    if (isRunningHere() && !isDone()) {
      throw new IllegalStateException("a task waits for itself; the wait would never end");
    }
    Worker worker = Worker.of(pool);
    return worker != null && stateNow() == PENDING && worker.help(this);
  }

  /** Does nothing: a task runs on its pool alone. */
  @Override
  public final void run() {}
}
