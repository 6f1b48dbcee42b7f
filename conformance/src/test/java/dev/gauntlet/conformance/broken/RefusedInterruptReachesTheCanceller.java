package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.Worker;

/** Violates C15 only: an {@code interrupt} that throws makes {@code cancel(true)} throw. */
@Violates("C15")
final class RefusedInterruptReachesTheCanceller extends ReferenceProvider {
  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      @Override
      public void interruptThread() {
        thread.interrupt();
      }
    };
  }
}
