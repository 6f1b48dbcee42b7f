package dev.gauntlet.conformance.broken;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.FuturesInterruptedException;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;

/** Violates A10 only: an interrupt ends the iteration. */
@Violates("A10")
final class InterruptedNextIsTheLast extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures) {
    return new ForwardingCompletions<F>(SharedOperations.super.asCompleted(futures)) {
      @Override
      public F next() {
        try {
          return super.next();
        } catch (FuturesInterruptedException interrupted) {
          close();
          throw interrupted;
        }
      }
    };
  }
}
