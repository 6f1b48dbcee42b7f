package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.conformance.reference.Worker;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Violates L30 only: once 128 Throwables have escaped in a pool, a worker exits after the next one
 * without a look at the queue. The rule submits while each of 200 such Runnables ends, and the exit
 * takes long enough for it.
 */
@Violates("L30")
final class TiredWorkerLeavesItsQueue extends ReferenceProvider {
  private final Map<ReferencePool, AtomicInteger> escaped = new ConcurrentHashMap<>();

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void reportUncaught(Throwable failure) {
        escaped.computeIfAbsent(pool, key -> new AtomicInteger()).incrementAndGet();
        super.reportUncaught(failure);
      }
    };
  }

  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      private int seen;

      @Override
      public boolean runNext() {
        boolean goesOn = super.runNext();
        AtomicInteger count = escaped.get(pool);
        int before = seen;
        seen = count == null ? 0 : count.get();
        boolean tired = seen > 128 && seen > before;
        Window.until(() -> !tired || pool.queueLength() > 0, 20, TimeUnit.MILLISECONDS);
        return goesOn && !tired;
      }
    };
  }
}
