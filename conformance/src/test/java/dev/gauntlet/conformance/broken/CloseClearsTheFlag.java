package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;

/** Violates I7 and L9: {@code close} leaves the interrupt flag of its caller clear. */
@Violates({"I7", "L9"})
final class CloseClearsTheFlag extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public void close() {
        super.close();
        Thread.interrupted();
      }
    };
  }
}
