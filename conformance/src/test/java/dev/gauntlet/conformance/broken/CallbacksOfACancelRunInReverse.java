package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Violates K2 only: the callbacks of a cancelled task run in the reverse order of their
 * registration.
 */
@Violates("K2")
final class CallbacksOfACancelRunInReverse extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public List<Consumer<? super TaskFuture<V>>> takeCallbacks() {
        List<Consumer<? super TaskFuture<V>>> callbacks = new ArrayList<>(super.takeCallbacks());
        if (isCancelled()) {
          Collections.reverse(callbacks);
        }
        return callbacks;
      }
    };
  }
}
