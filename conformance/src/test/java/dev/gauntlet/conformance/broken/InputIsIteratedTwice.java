package dev.gauntlet.conformance.broken;

import dev.gauntlet.Completion;
import dev.gauntlet.ReturnWhen;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.time.Duration;
import java.util.Objects;

/** Violates W1 only: the input is iterated to look for nulls, and again to wait. */
@Violates("W1")
final class InputIsIteratedTwice extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> Completion<F> await(
      Iterable<? extends F> futures, ReturnWhen when, Duration timeout)
      throws InterruptedException {
    futures.forEach(Objects::requireNonNull);
    return SharedOperations.super.await(futures, when, timeout);
  }
}
