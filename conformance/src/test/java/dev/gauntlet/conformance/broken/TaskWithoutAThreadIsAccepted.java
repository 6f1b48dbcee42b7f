package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;

/**
 * Violates L17 only: a factory that returns null makes no difference to {@code submit}, and nobody
 * runs the task.
 */
@Violates("L17")
final class TaskWithoutAThreadIsAccepted extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public boolean takeBack(ReferenceTask<?> task, Throwable cause) {
        return super.takeBack(task, cause) && !(cause instanceof NullPointerException);
      }
    };
  }
}
