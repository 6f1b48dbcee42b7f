package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Violates K1 only: a callback that is registered twice is called once. */
@Violates("K1")
final class SameCallbackIsCalledOnce extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final Set<Object> registered = Collections.newSetFromMap(new IdentityHashMap<>());

      @Override
      public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
        boolean known = monitor.locked(() -> callback != null && !registered.add(callback));
        return known ? this : super.addDoneCallback(callback);
      }

      @Override
      public void onSettled() {
        registered.clear();
        super.onSettled();
      }
    };
  }
}
