package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Violates C5 only: the first {@code cancel(boolean)} after a plain {@code cancel()} claims to have
 * cancelled as well.
 */
@Violates("C5")
final class TwoCancellers extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final AtomicBoolean plain = new AtomicBoolean();

      @Override
      public boolean cancel() {
        boolean pending = taskState() == TaskState.PENDING;
        boolean cancelled = super.cancel();
        plain.compareAndSet(false, pending && cancelled);
        return cancelled;
      }

      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(mayInterruptIfRunning) || plain.compareAndSet(true, false);
      }
    };
  }
}
