package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.Callable;

/**
 * Violates W7 only: once a pool has seen 200 tasks, a done future is not done as long as others are
 * queued. The rule looks in 75 rounds from then on, right after it has queued eight tasks.
 */
@Violates("W7")
final class DoneIsForgottenUnderLoad extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean addWaiter(FutureWaiter waiter) {
        return !taskState().isDone() && super.addWaiter(waiter);
      }

      @Override
      public boolean isDone() {
        return super.isDone() && (pool.submitted() < 200 || pool.queueLength() == 0);
      }
    };
  }
}
