package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskFuture;

/** What a future asks of the pool it belongs to. */
interface TaskHost {

  /** Reports what a callback threw; never throws (K8). */
  void reportCallbackFailure(TaskFuture<?> future, Throwable failure);

  /** Returns whether the calling thread is a worker of the pool. */
  boolean isCurrentThreadWorker();
}
