package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskFuture;
import org.jspecify.annotations.Nullable;

/** What a future asks of the pool it belongs to. */
interface TaskHost {

  /** Reports what a callback threw; never throws (K8). */
  void reportCallbackFailure(TaskFuture<?> future, Throwable failure);

  /** Returns whether the calling thread is a worker of the pool. */
  boolean isCurrentThreadWorker();

  /**
   * Is asked between the start of a task and its body: one that starts after others have failed
   * because the pool is broken must not succeed (B2).
   *
   * @return what the task fails with in the place of its body; null if that is to run
   */
  default @Nullable Throwable reasonToFail() {
    return null;
  }
}
