package dev.gauntlet.lockfree;

import org.jspecify.annotations.Nullable;

/** A task whose body computes nothing; it succeeds with null. */
final class RunnableTask<V extends @Nullable Object> extends Task<V> {

  RunnableTask(LockFreePool pool, Runnable body) {
    super(pool, body);
  }

  @Override
  @Nullable Object call(Object body) {
    ((Runnable) body).run();
    return null;
  }
}
