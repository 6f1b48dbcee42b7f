package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.conformance.reference.Worker;

/** Violates I4 only: an interrupt of an idle worker shows in its next body. */
@Violates("I4")
final class StrayInterruptMeetsTheNextBody extends ReferenceProvider {
  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      private int depth;

      @Override
      public boolean initialize() {
        boolean initialized = super.initialize();
        Thread.interrupted();
        return initialized;
      }

      @Override
      public void push(ReferenceTask<?> task) {
        boolean stray = depth++ == 0 && Thread.currentThread().isInterrupted();
        super.push(task);
        if (stray) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public void pop() {
        depth--;
        super.pop();
      }
    };
  }
}
