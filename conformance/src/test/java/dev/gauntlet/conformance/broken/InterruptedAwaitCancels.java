package dev.gauntlet.conformance.broken;

import dev.gauntlet.Completion;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;

/** Violates W9 only: who is interrupted takes its tasks with it. */
@Violates("W9")
final class InterruptedAwaitCancels extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> Completion<F> await(Iterable<? extends F> futures)
      throws InterruptedException {
    try {
      return SharedOperations.super.await(futures);
    } catch (InterruptedException interrupt) {
      futures.forEach(future -> future.cancel(true));
      throw interrupt;
    }
  }
}
