package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.conformance.reference.Worker;

/** Violates I3 only: the first body of a worker finds the flag that the initializer has left. */
@Violates("I3")
final class FlagOfTheInitializerStays extends ReferenceProvider {
  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      private boolean left;

      @Override
      public boolean initialize() {
        boolean initialized = super.initialize();
        left = Thread.interrupted();
        return initialized;
      }

      @Override
      public void push(ReferenceTask<?> task) {
        super.push(task);
        if (left) {
          left = false;
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
