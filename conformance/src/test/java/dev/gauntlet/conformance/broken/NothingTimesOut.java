package dev.gauntlet.conformance.broken;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.FuturesTimeoutException;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.time.Duration;

/** Violates A11 only: a deadline in the past has passed for no futures, too. */
@Violates("A11")
final class NothingTimesOut extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures, Duration timeout) {
    boolean none = !futures.iterator().hasNext();
    return new ForwardingCompletions<F>(SharedOperations.super.asCompleted(futures, timeout)) {
      @Override
      public F next() {
        if (none && timeout.isNegative()) {
          throw new FuturesTimeoutException(0, 0);
        }
        return super.next();
      }
    };
  }
}
