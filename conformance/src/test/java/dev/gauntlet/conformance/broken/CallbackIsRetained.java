package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Violates K14 only: a done future refers to the callbacks it has called. */
@Violates("K14")
final class CallbackIsRetained extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private List<?> kept = List.of();

      @Override
      public List<Consumer<? super TaskFuture<V>>> takeCallbacks() {
        List<Consumer<? super TaskFuture<V>>> callbacks = super.takeCallbacks();
        kept = callbacks;
        return callbacks;
      }

      @Override
      public String toString() {
        return super.toString() + ", called " + kept.size();
      }
    };
  }
}
