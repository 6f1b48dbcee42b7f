package dev.gauntlet.conformance.broken;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.ArrayList;
import java.util.List;

/** Violates A9 only: the iterator keeps what it has yielded. */
@Violates("A9")
final class YieldedFutureIsRetained extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures) {
    List<F> yielded = new ArrayList<>();
    return new ForwardingCompletions<F>(SharedOperations.super.asCompleted(futures)) {
      @Override
      public F next() {
        yielded.add(super.next());
        return yielded.getLast();
      }
    };
  }
}
