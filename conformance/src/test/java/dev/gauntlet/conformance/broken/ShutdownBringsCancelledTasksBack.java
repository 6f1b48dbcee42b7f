package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Violates L7 only: {@code shutdown()} runs the bodies that {@code shutdown(true)} has cancelled.
 */
@Violates("L7")
final class ShutdownBringsCancelledTasksBack extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private final List<Callable<?>> cancelled = new CopyOnWriteArrayList<>();

      @Override
      public void shutdown(boolean cancelPending) {
        if (cancelPending) {
          queued().forEach(task -> cancelled.add(task.body()));
        }
        super.shutdown(cancelPending);
        for (Callable<?> body : cancelPending ? List.<Callable<?>>of() : cancelled) {
          try {
            body.call();
          } catch (Exception dropped) {
            // Its future is cancelled.
          }
        }
      }
    };
  }
}
