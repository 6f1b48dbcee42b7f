package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;

/** Violates L10 only: {@code close} on an own worker throws without a shutdown. */
@Violates("L10")
final class CloseOnAWorkerInitiatesNothing extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public void close() {
        if (isCurrentThreadWorker()) {
          throw new IllegalStateException("on an own worker");
        }
        super.close();
      }
    };
  }
}
