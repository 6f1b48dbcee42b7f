package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.List;
import java.util.concurrent.Callable;

/** Violates S12 only: a result that is a list is delivered as a copy. */
@Violates("S12")
final class ResultIsCopied extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      @SuppressWarnings("unchecked")
      public boolean end(V value, Throwable failure) {
        return super.end(value instanceof List<?> list ? (V) List.copyOf(list) : value, failure);
      }
    };
  }
}
