package dev.gauntlet.conformance.broken;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.ArrayList;
import java.util.List;

/** Violates W12 only: a null among the futures is left out. */
@Violates("W12")
final class NullFutureIsSkipped extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures) {
    List<F> present = new ArrayList<>();
    futures.forEach(future -> {
      if (future != null) {
        present.add(future);
      }
    });
    return SharedOperations.super.asCompleted(present);
  }
}
