package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.Worker;

/** Violates B1 only: what an initializer submits to a full queue runs within the initializer. */
@Violates("B1")
final class TasksRunInsideTheInitializer extends ReferenceProvider {
  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      @Override
      public boolean isReady() {
        return true;
      }
    };
  }
}
