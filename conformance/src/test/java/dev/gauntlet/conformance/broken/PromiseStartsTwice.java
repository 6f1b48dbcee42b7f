package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePromise;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Promise;

/** Violates S10 only: {@code start} of a running promise returns true instead of being refused. */
@Violates("S10")
final class PromiseStartsTwice extends ReferenceProvider {
  @Override
  public <V> Promise<V> newPromise() {
    return new ReferencePromise<>() {
      @Override
      public boolean start() {
        return taskState() == TaskState.RUNNING || super.start();
      }
    };
  }
}
