package dev.gauntlet.conformance.broken;

import dev.gauntlet.Completion;
import dev.gauntlet.ReturnWhen;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.concurrent.CountDownLatch;

/** Violates W2 only: of no futures, none is ever the first to complete. */
@Violates("W2")
final class NothingIsNeverCompleted extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> Completion<F> await(
      Iterable<? extends F> futures, ReturnWhen when) throws InterruptedException {
    if (when == ReturnWhen.FIRST_COMPLETED && !futures.iterator().hasNext()) {
      new CountDownLatch(1).await();
    }
    return SharedOperations.super.await(futures, when);
  }
}
