package dev.gauntlet.lockfree;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A task whose body computes a value. */
final class CallableTask<V extends @Nullable Object> extends Task<V> {

  CallableTask(LockFreePool pool, Callable<V> body) {
    super(pool, body);
  }

  @Override
  @Nullable Object call(Object body) throws Exception {
    return ((Callable<?>) body).call();
  }
}
