package dev.gauntlet.virtualthreads;

import org.jspecify.annotations.Nullable;

/** A task that is what its own virtual thread runs. */
final class ThreadTask<V extends @Nullable Object> extends Task<V> {
  ThreadTask(ThreadPerTaskPool pool, Object body, int kind) {
    super(pool, body, kind);
  }

  /** Does nothing on any thread but the one that was made for this task (L8). */
  @Override
  public void run() {
    Thread thread = Thread.currentThread();
    if (runner() != thread) {
      return;
    }
    boolean mine = true;
    try {
      mine = runOnWorker(thread) || arrive();
    } finally {
      if (mine) {
        ((ThreadPerTaskPool) host()).leave(this, thread);
      }
    }
  }
}
