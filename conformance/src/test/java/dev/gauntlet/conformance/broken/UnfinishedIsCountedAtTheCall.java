package dev.gauntlet.conformance.broken;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.FuturesTimeoutException;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.time.Duration;

/** Violates A5 only: what was done in time is counted as unfinished. */
@Violates("A5")
final class UnfinishedIsCountedAtTheCall extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures, Duration timeout) {
    int unfinished = 0;
    for (F future : futures) {
      unfinished += future.isDone() ? 0 : 1;
    }
    int counted = unfinished;
    return new ForwardingCompletions<F>(SharedOperations.super.asCompleted(futures, timeout)) {
      @Override
      public F next() {
        try {
          return super.next();
        } catch (FuturesTimeoutException expired) {
          throw new FuturesTimeoutException(counted, expired.total());
        }
      }
    };
  }
}
