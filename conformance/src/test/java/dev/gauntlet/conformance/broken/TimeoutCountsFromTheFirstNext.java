package dev.gauntlet.conformance.broken;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Violates A4 only: the clock starts when the iteration does. */
@Violates("A4")
final class TimeoutCountsFromTheFirstNext extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures, Duration timeout) {
    Objects.requireNonNull(timeout);
    List<F> all = new ArrayList<>();
    futures.forEach(all::add);
    return new ForwardingCompletions<>(() -> SharedOperations.super.asCompleted(all, timeout));
  }
}
