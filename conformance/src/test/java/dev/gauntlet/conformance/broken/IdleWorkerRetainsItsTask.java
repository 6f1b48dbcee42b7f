package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.conformance.reference.Worker;

/** Violates L27 only: a worker refers to its last task until it gets the next one. */
@Violates("L27")
final class IdleWorkerRetainsItsTask extends ReferenceProvider {
  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      private ReferenceTask<?> last;

      @Override
      public void push(ReferenceTask<?> task) {
        last = task == null ? last : task;
        super.push(task);
      }

      @Override
      public String toString() {
        return "worker, last task: " + last;
      }
    };
  }
}
