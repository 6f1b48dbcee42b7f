package dev.gauntlet.virtualthreads;

import org.jspecify.annotations.Nullable;

/** A task of a bounded pool: queued, or assigned to the worker that is entitled to start it. */
final class PooledTask<V extends @Nullable Object> extends Task<V> {
  /** The list of the {@link Dispatch} that the task is in; guarded by its lock. */
  @Nullable TaskList list;

  PooledTask(BoundedPool pool, Object body, int kind) {
    super(pool, body, kind);
  }

  private BoundedPool pool() {
    return (BoundedPool) host();
  }

  @Override
  void cancelledBeforeStart() {
    pool().withdraw(this);
  }

  @Override
  boolean helpIfPending() {
    return StateWord.isPending(word()) && pool().help(this);
  }

  /** Does nothing: a task that shutdownNow returned is cancelled (L8). */
  @Override
  public void run() {}
}
