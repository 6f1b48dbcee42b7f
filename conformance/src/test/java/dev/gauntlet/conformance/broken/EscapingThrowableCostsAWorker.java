package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Violates L20 only: one of two workers is gone after a Throwable has escaped from an executed
 * Runnable.
 */
@Violates("L20")
final class EscapingThrowableCostsAWorker extends ReferenceProvider {
  private final Set<ReferencePool> hurt = ConcurrentHashMap.newKeySet();

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void reportUncaught(Throwable failure) {
        super.reportUncaught(failure);
        if (pool.config.workers() == 2 && hurt.add(pool)) {
          while (!pool.isShutdown()) {
            LockSupport.parkNanos(100_000);
          }
        }
      }
    };
  }
}
