package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Violates C20 only: what {@code shutdownNow} cancels does not tell those who wait in {@code
 * await}.
 */
@Violates("C20")
final class ShutdownNowTellsNoWaiter extends ReferenceProvider {
  private final Set<ReferencePool> stopping = Collections.newSetFromMap(new ConcurrentHashMap<>());

  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public List<Runnable> shutdownNow() {
        stopping.add(pool);
        List<Runnable> returned = super.shutdownNow();
        stopping.remove(pool);
        return returned;
      }
    };
  }

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void tellWaiters() {
        if (!stopping.contains(pool)) {
          super.tellWaiters();
        }
      }
    };
  }
}
