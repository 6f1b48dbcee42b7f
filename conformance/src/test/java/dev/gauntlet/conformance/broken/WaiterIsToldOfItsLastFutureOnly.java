package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.FutureWaiter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Violates W4 only: where pools have one worker, a waiter of several futures is told of their
 * successes when none of them is left.
 */
@Violates("W4")
final class WaiterIsToldOfItsLastFutureOnly extends ReferenceProvider {
  private final Map<FutureWaiter, AtomicInteger> left = new ConcurrentHashMap<>();
  private final Map<FutureWaiter, List<Runnable>> late = new ConcurrentHashMap<>();

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean addWaiter(FutureWaiter waiter) {
        left.computeIfAbsent(waiter, key -> new AtomicInteger()).incrementAndGet();
        late.computeIfAbsent(waiter, key -> new CopyOnWriteArrayList<>());
        return super.addWaiter(waiter) || left.get(waiter).decrementAndGet() < 0;
      }

      @Override
      public void removeWaiter(FutureWaiter waiter) {
        left.get(waiter).decrementAndGet();
        super.removeWaiter(waiter);
      }

      @Override
      public void tell(FutureWaiter waiter) {
        boolean last = left.get(waiter).decrementAndGet() == 0;
        if (last) {
          late.get(waiter).forEach(Runnable::run);
        }
        if (!last && pool.config.workers() == 1 && taskState() == TaskState.SUCCEEDED) {
          late.get(waiter).add(() -> super.tell(waiter));
        } else {
          super.tell(waiter);
        }
      }
    };
  }
}
