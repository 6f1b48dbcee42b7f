package dev.gauntlet.locking;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A submitted {@link Callable}. */
final class CallableTask<V extends @Nullable Object> extends LockingTask<V> {

  CallableTask(LockingPool pool, Callable<V> body) {
    super(pool, body);
  }

  @Override
  @Nullable Object call(Object body) throws Exception {
    return ((Callable<?>) body).call();
  }
}
