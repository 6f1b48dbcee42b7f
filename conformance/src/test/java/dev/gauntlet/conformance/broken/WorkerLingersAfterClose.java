package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.Limits;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.Worker;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Violates L5 only: a worker thread of a closed executor lives on for a while. */
@Violates("L5")
final class WorkerLingersAfterClose extends ReferenceProvider {
  private final Set<ReferencePool> closed = ConcurrentHashMap.newKeySet();

  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public void close() {
        closed.add(pool);
        super.close();
      }
    };
  }

  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      @Override
      public void run() {
        super.run();
        if (closed.contains(pool)) {
          LockSupport.parkNanos(2 * Limits.SIGNAL.toNanos());
        }
      }
    };
  }
}
