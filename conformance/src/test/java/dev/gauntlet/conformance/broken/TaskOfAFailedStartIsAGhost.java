package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;

/**
 * Violates L18 only: a task that was refused because its thread did not start is run by the next
 * one that does.
 */
@Violates("L18")
final class TaskOfAFailedStartIsAGhost extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      private ReferenceTask<?> ghost;

      @Override
      public boolean takeBack(ReferenceTask<?> task, Throwable cause) {
        ghost = cause instanceof OutOfMemoryError ? task : null;
        return super.takeBack(task, cause);
      }

      @Override
      public void enqueue(ReferenceTask<?> task) {
        if (ghost != null) {
          super.enqueue(ghost);
          ghost = null;
        }
        super.enqueue(task);
      }
    };
  }
}
