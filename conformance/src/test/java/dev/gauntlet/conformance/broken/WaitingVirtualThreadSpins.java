package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.Limits;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Violates W15 only: from the fifth on, virtual threads that wait in {@code get} spin and keep
 * their carriers. The rule has three of them wait for each carrier.
 */
@Violates("W15")
final class WaitingVirtualThreadSpins extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final AtomicInteger virtual = new AtomicInteger();

      @Override
      public V get() throws InterruptedException, ExecutionException {
        boolean spins = Thread.currentThread().isVirtual() && virtual.incrementAndGet() > 4;
        long end = System.nanoTime() + Limits.SIGNAL.toNanos() * 5 / 4;
        while (spins && !isDone() && System.nanoTime() - end < 0) {
          Thread.onSpinWait();
        }
        return super.get();
      }
    };
  }
}
