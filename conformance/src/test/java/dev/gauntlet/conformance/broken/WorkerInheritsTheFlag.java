package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.conformance.reference.Worker;

/**
 * Violates I1 only: a worker that an interrupted thread has started finds its flag set in its first
 * body.
 */
@Violates("I1")
final class WorkerInheritsTheFlag extends ReferenceProvider {
  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      private boolean inherited = Thread.currentThread().isInterrupted();

      @Override
      public void push(ReferenceTask<?> task) {
        super.push(task);
        if (inherited && task != null) {
          inherited = false;
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
