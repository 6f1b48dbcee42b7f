package dev.gauntlet.virtualthreads;

import org.jspecify.annotations.Nullable;

/** A task of a bounded pool: queued, or assigned to the worker that is entitled to start it. */
final class PooledTask<V extends @Nullable Object> extends Task<V> {
  /** Link of the {@link TaskList} the task is in; guarded by the lock of that list. */
  @Nullable PooledTask<?> prev;

  /** As {@link #prev}; before that, link of the {@link Arrivals}, written by the submitter. */
  @Nullable PooledTask<?> next;

  /** How many tasks were in the {@link Arrivals} with this one; written by the submitter. */
  int position;

  /** The list that the task is in; guarded as {@link #prev}. */
  @Nullable TaskList list;

  PooledTask(BoundedPool pool, Object body, int kind) {
    super(pool, body, kind);
  }

  private BoundedPool pool() {
    return (BoundedPool) host();
  }

  @Override
  boolean cancelUnlessStarted() {
    return pool().cancel(this);
  }

  @Override
  boolean helpIfPending() {
    return StateWord.isPending(word()) && pool().help(this);
  }

  /** Does nothing: a task that shutdownNow returned is cancelled (L8). */
  @Override
  public void run() {}
}
