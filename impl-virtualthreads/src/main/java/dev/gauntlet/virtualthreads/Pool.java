package dev.gauntlet.virtualthreads;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What stands behind a {@link VirtualThreadExecutor}. */
interface Pool extends TaskHost {

  /**
   * Accepts a body.
   *
   * @param body a Runnable if {@code kind} has {@link StateWord#RUNNABLE}, a Callable otherwise
   * @throws RejectedExecutionException if it is refused; it then never runs
   */
  <V extends @Nullable Object> VirtualFuture<V> submit(Object body, int kind);

  /** Returns whether the calling thread, a worker or not, is executing a task of this pool. */
  boolean isExecutingHere();

  /** Returns whether the calling thread is a worker whose body nobody has cancelled or stopped. */
  boolean isUndisturbedWorker();

  void shutdown(boolean cancelPending);

  List<Runnable> shutdownNow();

  boolean isShutdown();

  boolean isTerminated();

  boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException;
}
