package dev.gauntlet.locking;

import org.jspecify.annotations.Nullable;

/** A submitted {@link Runnable}, whose future succeeds with null. */
final class RunnableTask extends LockingTask<@Nullable Object> {

  RunnableTask(LockingPool pool, Runnable body) {
    super(pool, body);
  }

  @Override
  @Nullable Object call(Object body) {
    ((Runnable) body).run();
    return null;
  }
}
