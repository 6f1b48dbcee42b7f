package dev.gauntlet.conformance.broken;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.FuturesTimeoutException;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.time.Duration;
import java.util.stream.StreamSupport;

/** Violates A6 only: a poll that finds something unfinished yields nothing. */
@Violates("A6")
final class ElapsedTimeoutBeatsWhatIsDone extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures, Duration timeout) {
    return new ForwardingCompletions<F>(SharedOperations.super.asCompleted(futures, timeout)) {
      @Override
      public F next() {
        boolean open =
            StreamSupport.stream(futures.spliterator(), false).anyMatch(f -> !f.isDone());
        if (timeout.compareTo(Duration.ZERO) <= 0 && open && hasNext()) {
          close();
          throw new FuturesTimeoutException(1, 1);
        }
        return super.next();
      }
    };
  }
}
